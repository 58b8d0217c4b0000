using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Upgrades;

/// <summary>Plans a step anew, or writes down that and how it was done.</summary>
public sealed class WorkUpgradeStep(CrmDbContext db, CompanyClock clock)
{
    public sealed record Input
    {
        public DateOnly? DueOn { get; set; }

        /// <summary>Empty while it is open.</summary>
        public DateOnly? DoneOn { get; set; }
        public string? Note { get; set; }
        public Guid Version { get; set; }
    }

    /// <param name="Step">Which of the five.</param>
    /// <param name="Input">As the form shows it.</param>
    public sealed record Form(long ProgrammeId, long CustomerId, string Customer, UpgradeStepKind Step, Input Input);

    private static Text Changed { get; } = "这一步刚被别人改过，请核对后再保存";

    /// <summary>Null where the programme is closed or not this actor's to work on.</summary>
    public Task<Form?> FindAsync(long programmeId, long stepId, Actor actor, CancellationToken cancellationToken)
        => db.UpgradesWorkedBy(actor).AsNoTracking().Where(programme => programme.Id == programmeId).SelectMany(programme => programme.Steps, (p, s) => new { p, s }).Where(row => row.s.Id == stepId)
            .Select(row => new Form(row.p.Id, row.p.CustomerId, row.p.Customer!.Name, row.s.Step, new Input { DueOn = row.s.DueOn, DoneOn = row.s.DoneOn, Note = row.s.Note, Version = row.s.Version }))
            .SingleOrDefaultAsync(cancellationToken);

    public async Task<Outcome> ExecuteAsync(long programmeId, long stepId, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var step = await db.UpgradesWorkedBy(actor).Where(programme => programme.Id == programmeId).SelectMany(programme => programme.Steps).SingleOrDefaultAsync(row => row.Id == stepId, cancellationToken);
        if (step is null)
        {
            return Outcome.NotFound();
        }

        var shape = new WorkUpgradeStepValidator(clock.Today).Validate(input);
        if (!shape.IsValid)
        {
            return Outcome.Invalid(shape);
        }

        if (step.Version != input.Version)
        {
            return Outcome.Conflict(Changed);
        }

        (step.DueOn, step.DoneOn, step.Note) = (input.DueOn!.Value, input.DoneOn, CleanText.Lines(input.Note));
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
}

internal sealed class WorkUpgradeStepValidator : AbstractValidator<WorkUpgradeStep.Input>
{
    public WorkUpgradeStepValidator(DateOnly today)
    {
        RuleFor(input => input.DueOn).Holds(on => on is null ? "请填写完成时限" : default(Text?)).BusinessDate();
        RuleFor(input => input.DoneOn).Holds(on => on > today ? "完成日期不能晚于今天" : default(Text?)).BusinessDate();
        RuleFor(input => input.Note).MultiLine(500);
    }
}
