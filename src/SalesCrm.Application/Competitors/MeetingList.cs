using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;

namespace SalesCrm.Application.Competitors;

/// <summary>The opportunities behind a figure of the competition; its total is that figure.</summary>
public sealed class MeetingList(CrmDbContext db)
{
    private static readonly ListOrders<Rival> Orders = new(
        new ListOrder<Rival, DateOnly?>("closed", rival => rival.Opportunity!.ClosedOn, rival => rival.Id),
        new ListOrder<Rival, decimal?>("amount", rival => rival.Opportunity!.Amount, rival => rival.Id));

    /// <param name="Amount">Yuan.</param>
    /// <param name="PriceGap">Percent; below zero it is cheaper.</param>
    /// <param name="LostToIt">It took the order.</param>
    public sealed record MeetingRow(
        long OpportunityId, string Opportunity, string Customer, long CompetitorId, string Competitor, OpportunityStatus Status, decimal? Amount, string? Offer, int? PriceGap,
        DateOnly? ClosedOn, string? LossReason, string? LossReasonEnglish, bool LostToIt, bool IsConfidential);

    public Task<Page<MeetingRow>> ReadAsync(MeetingFilter filter, PageRequest request, Actor actor, CancellationToken cancellationToken)
        => Orders.Named(request.Sort).ReadAsync(
            db.MeetingsOf(actor, filter),
            rival => new MeetingRow(
                rival.OpportunityId, rival.Opportunity!.Name, rival.Opportunity.Customer!.Name, rival.CompetitorId, rival.Competitor!.Name, rival.Opportunity.Status, rival.Opportunity.Amount,
                rival.Offer, rival.PriceGap, rival.Opportunity.ClosedOn, rival.Opportunity.LossReason!.Name, rival.Opportunity.LossReason.EnglishName,
                rival.Opportunity.LostToId == rival.CompetitorId, rival.Opportunity.Customer.ConfidentialAt != null),
            request, cancellationToken);
}
