using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Visits;

/// <summary>Writes down what came of a handling measure (结果确认), which closes it.</summary>
public sealed class ConfirmVisit(CrmDbContext db)
{
    public sealed record Input
    {
        public string? Result { get; set; }

        /// <summary>The version that the form was filled from.</summary>
        public Guid Version { get; set; }
    }

    public static Text ConflictMessage { get; } = "您填写期间，其他人修改了这条跟进。您的内容还在，请看过后再保存";

    public async Task<Outcome> ExecuteAsync(long id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var visit = await db.VisitsConfirmedBy(actor).SingleOrDefaultAsync(v => v.Id == id && v.ArchivedAt == null, cancellationToken);
        if (visit is null)
        {
            return Outcome.NotFound();
        }

        var shape = new ConfirmVisitValidator().Validate(input);
        if (!shape.IsValid)
        {
            return Outcome.Invalid(shape);
        }

        if (visit.Version != input.Version)
        {
            // Two people who confirm the same words did the same thing.
            return visit.Result == CleanText.Lines(input.Result) ? Outcome.Done() : Outcome.Conflict(ConflictMessage);
        }

        visit.Result = CleanText.Lines(input.Result);
        visit.DeriveKeys();
        try
        {
            await db.SaveAsync(actor, cancellationToken);
            return Outcome.Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Conflict(ConflictMessage);
        }
    }
}

internal sealed class ConfirmVisitValidator : AbstractValidator<ConfirmVisit.Input>
{
    public ConfirmVisitValidator() => RuleFor(c => c.Result).Required().MultiLine(1000);
}
