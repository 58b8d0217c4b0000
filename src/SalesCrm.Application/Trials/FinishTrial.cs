using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Trials;

/// <summary>Writes down what became of a trial; may be corrected.</summary>
public sealed class FinishTrial(CrmDbContext db, CompanyClock clock)
{
    public sealed record Input
    {
        public TrialResult? Result { get; set; }
        public string? Note { get; set; }
        public Guid Version { get; set; }
    }

    public async Task<Outcome> ExecuteAsync(long id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var trial = await db.TrialsWorkedBy(actor).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (trial is null)
        {
            return Outcome.NotFound();
        }

        var shape = new FinishTrialValidator().Validate(input);
        if (!shape.IsValid)
        {
            return Outcome.Invalid(shape);
        }

        if (trial.Version != input.Version)
        {
            return Outcome.Conflict(Changed);
        }

        trial.Finish(input.Result!.Value, CleanText.Line(input.Note), clock.Today);
        try
        {
            await db.SaveAsync(actor, cancellationToken);
            return Outcome.Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Conflict(Changed);
        }
    }

    private static Text Changed { get; } = "这次试用刚被别人改过，请核对后再保存";
}

internal sealed class FinishTrialValidator : AbstractValidator<FinishTrial.Input>
{
    public FinishTrialValidator()
    {
        RuleFor(input => input.Result).Holds(result => result is null || !Enum.IsDefined(result.Value) ? "请选择试用结果" : default(Text?));
        RuleFor(input => input.Note).SingleLine(500);
    }
}
