using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Opportunities;

/// <summary>Closes an opportunity as lost, with the reason and, when known, to whom.</summary>
public sealed class LoseOpportunity(CrmDbContext db, CompanyClock clock)
{
    public sealed record Input
    {
        public DateOnly? ClosedOn { get; set; }
        public long? LossReasonId { get; set; }
        public string? Note { get; set; }
        public long? LostToId { get; set; }

        /// <summary>The version that the form was filled from; empty does not ask.</summary>
        public Guid? Version { get; set; }
    }

    public async Task<Outcome> ExecuteAsync(long id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (!await db.OpportunitiesWorkedBy(actor).AnyAsync(row => row.Id == id && row.ArchivedAt == null, cancellationToken))
        {
            return Outcome.NotFound();
        }

        var shape = new LoseOpportunityValidator(clock.Today).Validate(input);
        if (!shape.IsValid)
        {
            return Outcome.Invalid(shape);
        }

        if (!await db.Dictionary.AnyAsync(word => word.Id == input.LossReasonId && word.Kind == DictionaryKind.LossReason, cancellationToken))
        {
            return Outcome.Invalid(nameof(input.LossReasonId), "请选择丢单原因");
        }

        if (input.LostToId is { } rival && !await db.Competitors.AnyAsync(competitor => competitor.Id == rival, cancellationToken))
        {
            return Outcome.Invalid(nameof(input.LostToId), "这个选项已不可用，请重新选择");
        }

        try
        {
            return await db.InTransactionAsync(actor, token => LoseAsync(id, input, actor, token), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Conflict(MoveOpportunity.ConflictMessage);
        }
    }

    private async Task<Outcome> LoseAsync(long id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var opportunity = await db.Opportunities.SingleAsync(row => row.Id == id, cancellationToken);
        if (opportunity.Status != OpportunityStatus.Open)
        {
            return Outcome.Invalid(WinOpportunity.AlreadyClosed(opportunity).Problems);
        }

        if (input.Version is { } version && version != opportunity.Version)
        {
            return Outcome.Conflict(MoveOpportunity.ConflictMessage);
        }

        if (input.ClosedOn < opportunity.IdentifiedOn)
        {
            return Outcome.Invalid(nameof(input.ClosedOn), "丢单日期不能早于机会识别日期");
        }

        opportunity.Lose(input.ClosedOn!.Value, input.LossReasonId, CleanText.Lines(input.Note), input.LostToId, clock.UtcNow, actor.UserId);
        if (input.LostToId is { } winner && !await db.Rivals.AnyAsync(row => row.OpportunityId == id && row.CompetitorId == winner, cancellationToken))
        {
            // Whoever took the order was met, even where nobody had noted it before.
            db.Rivals.Add(new Rival { OpportunityId = id, CompetitorId = winner });
        }

        await db.SaveChangesAsync(cancellationToken);
        await OpportunityFile.CountOpenAsync(db, [opportunity.CustomerId], cancellationToken);
        return Outcome.Done();
    }
}

internal sealed class LoseOpportunityValidator : AbstractValidator<LoseOpportunity.Input>
{
    public LoseOpportunityValidator(DateOnly today)
    {
        RuleFor(l => l.ClosedOn).Holds(on => on is null ? "请填写丢单日期" : on > today ? "丢单日期不能晚于今天" : default(Text?)).BusinessDate();
        RuleFor(l => l.LossReasonId).Holds(reason => reason is null ? "请选择丢单原因" : default(Text?));
        RuleFor(l => l.Note).MultiLine(500);
    }
}
