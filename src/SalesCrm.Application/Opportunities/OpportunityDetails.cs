using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Competitors;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Opportunities.Stages;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Opportunities;

/// <summary>One opportunity with all that its page shows. Five commands, and one where there are fields of the admin's own.</summary>
public sealed class OpportunityDetails(CrmDbContext db)
{
    public async Task<OpportunityView?> FindAsync(long id, Actor actor, CancellationToken cancellationToken)
    {
        var facts = await FactsAsync(id, actor, cancellationToken);
        if (facts is null)
        {
            return null;
        }

        var stages = await db.StagesAsync(cancellationToken);
        var moves = await db.StageChanges.AsNoTracking().Where(change => change.OpportunityId == id && change.From != change.To)
            .OrderBy(change => change.At).ThenBy(change => change.Id)
            .Select(change => new StageMove(change.From, change.To, change.At, change.By!.DisplayName, TimeSpan.FromSeconds(change.SecondsSpent), change.Reason))
            .ToListAsync(cancellationToken);
        var milestones = await db.Milestones.AsNoTracking().Where(row => row.OpportunityId == id)
            .OrderBy(row => row.On).ThenBy(row => row.Id)
            .Select(row => new MilestoneRow(row.Id, row.On, row.Text, row.DoneAt, row.Version)).ToListAsync(cancellationToken);
        var rivals = await db.Rivals.AsNoTracking().Where(row => row.OpportunityId == id)
            .OrderBy(row => row.Id)
            .Select(row => new RivalRow(row.Id, row.CompetitorId, row.Competitor!.Name, row.Offer, row.PriceGap, row.CounterMeasure,
                new BattleCard(row.Competitor.CounterStrategy, row.Competitor.Answers, row.Competitor.Traps, row.Competitor.Proof), row.Version))
            .ToListAsync(cancellationToken);
        return new(
            facts,
            stages.ConvertAll(stage => new StageStep(stage.Code, StageNames.Of(stage), stage.Probability, stage.ExpectedDays)),
            moves, milestones, rivals)
        {
            Fields = await db.FactsAsync(FieldSubject.Opportunity, id, actor, cancellationToken),
        };
    }

    private Task<OpportunityFacts?> FactsAsync(long id, Actor actor, CancellationToken cancellationToken)
    {
        actor = actor.ForOne;
        var worked = db.OpportunitiesWorkedBy(actor);
        return db.OpportunitiesOf(actor).AsNoTracking().Where(row => row.Id == id && row.ArchivedAt == null).Select(row => new OpportunityFacts
        {
            Id = row.Id,
            Number = row.Number,
            Name = row.Name,
            CustomerId = row.CustomerId,
            Customer = row.Customer!.Name,
            IsConfidential = row.Customer.ConfidentialAt != null,
            Grade = row.Customer.Grade,
            OwnerId = row.OwnerId,
            Owner = row.Owner!.DisplayName,
            Source = row.Source!.Name,
            SourceEnglish = row.Source.EnglishName,
            Product = row.Product!.Name,
            Amount = row.Amount,
            ExpectedCloseOn = row.ExpectedCloseOn,
            Status = row.Status,
            Stage = row.Stage,
            StageEnteredAt = row.StageEnteredAt,
            StageDueOn = row.StageDueOn,
            IdentifiedOn = row.IdentifiedOn,
            ClosedOn = row.ClosedOn,
            Need = row.Need,
            BudgetScore = row.BudgetScore,
            UrgencyScore = row.UrgencyScore,
            AuthorityScore = row.AuthorityScore,
            PaymentTerms = row.PaymentTerms,
            DeliveryOn = row.DeliveryOn,
            Summary = row.Summary,
            Competition = row.Competition,
            Risk = row.Risk,
            RiskNote = row.RiskNote,
            RiskMitigation = row.RiskMitigation,
            LossReason = row.LossReason!.Name,
            LossReasonEnglish = row.LossReason.EnglishName,
            LossNote = row.LossNote,
            LostTo = row.LostTo!.Name,
            MayWork = worked.Any(one => one.Id == row.Id),
            Version = row.Version,
        }).SingleOrDefaultAsync(cancellationToken);
    }
}
