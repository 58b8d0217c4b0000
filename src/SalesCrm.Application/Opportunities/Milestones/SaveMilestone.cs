using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Opportunities.Milestones;

/// <summary>Adds a date that matters to an opportunity, changes it, or marks it as done or not done.</summary>
public sealed class SaveMilestone(CrmDbContext db, CompanyClock clock)
{
    public sealed record Input
    {
        /// <summary>Empty for a new one.</summary>
        public long? Id { get; set; }
        public DateOnly? On { get; set; }
        public string? Text { get; set; }
        public bool Done { get; set; }
        public Guid Version { get; set; }

        /// <summary>Comes with the form for a new one; the same form sent twice makes one.</summary>
        public Guid OperationId { get; set; }
    }

    public async Task<Outcome> ExecuteAsync(long opportunityId, Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (!await db.OpportunitiesWorkedBy(actor).AnyAsync(row => row.Id == opportunityId && row.ArchivedAt == null, cancellationToken))
        {
            return Outcome.NotFound();
        }

        var shape = new SaveMilestoneValidator().Validate(input);
        if (!shape.IsValid)
        {
            return Outcome.Invalid(shape);
        }

        if (input.Id is not { } id)
        {
            await Submitted.OnceAsync(db, actor, input.OperationId, token => AddAsync(opportunityId, input, token), cancellationToken);
            return Outcome.Done();
        }

        if (await db.Milestones.SingleOrDefaultAsync(row => row.Id == id && row.OpportunityId == opportunityId, cancellationToken) is not { } milestone)
        {
            return Outcome.NotFound();
        }

        if (milestone.Version != input.Version)
        {
            return Outcome.Conflict(MoveOpportunity.ConflictMessage);
        }

        Fill(milestone, input);
        try
        {
            await db.SaveAsync(actor, cancellationToken);
            return Outcome.Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Conflict(MoveOpportunity.ConflictMessage);
        }
    }

    private async Task<long> AddAsync(long opportunityId, Input input, CancellationToken cancellationToken)
    {
        var milestone = new Milestone { OpportunityId = opportunityId, Text = "" };
        Fill(milestone, input);
        db.Milestones.Add(milestone);
        await db.SaveChangesAsync(cancellationToken);
        return milestone.Id;
    }

    private void Fill(Milestone milestone, Input input)
    {
        var text = CleanText.Line(input.Text)!;
        if (milestone.Text != text || milestone.On != input.On)
        {
            // What an import wrote no longer says what is planned.
            milestone.Original = null;
        }

        (milestone.Text, milestone.On) = (text, input.On);
        milestone.DoneAt = input.Done ? milestone.DoneAt ?? clock.UtcNow : null;
    }
}

internal sealed class SaveMilestoneValidator : AbstractValidator<SaveMilestone.Input>
{
    public SaveMilestoneValidator()
    {
        RuleFor(m => m.On).Holds(on => on is null ? "请填写日期" : default(Text?)).BusinessDate();
        RuleFor(m => m.Text).Required().SingleLine(250);
    }
}
