using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Visits;

/// <summary>Keeps what is derived from the log beside customers and opportunities. Set-based: for one customer or for many thousands alike.</summary>
internal static class VisitFigures
{
    private const int Batch = 500;

    /// <summary>
    /// Computes each customer's last follow-up and the first contact of each of his opportunities anew. Runs in the transaction that changed the
    /// log, after that change was saved, and before the customers are loaded to be changed. Returns the customers that have deals behind an
    /// opportunity whose first contact moved: their sales days follow from it.
    /// </summary>
    public static async Task<IReadOnlyList<long>> RefreshAsync(CrmDbContext db, IEnumerable<long> customerIds, CancellationToken cancellationToken)
    {
        var moved = new List<long>();
        foreach (var ids in customerIds.Distinct().Chunk(Batch))
        {
            await db.HoldCustomersAsync(ids, cancellationToken);
            await db.Customers.Where(customer => ids.Contains(customer.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(
                    customer => customer.LastFollowUpAt,
                    customer => db.Visits.Where(visit => visit.CustomerId == customer.Id && visit.ArchivedAt == null).Max(visit => (DateTime?)visit.At)), cancellationToken);

            // Most follow-ups are not the first of an opportunity, and then nothing is to be written.
            var other = await db.Opportunities
                .Where(opportunity => ids.Contains(opportunity.CustomerId)
                    && opportunity.FirstContactOn != db.Visits.Where(visit => visit.OpportunityId == opportunity.Id && visit.ArchivedAt == null).Min(visit => (DateOnly?)visit.On))
                .Select(opportunity => new { opportunity.CustomerId, HasDeal = db.Deals.Any(deal => deal.OpportunityId == opportunity.Id) }).Distinct().ToListAsync(cancellationToken);
            if (other.Count == 0)
            {
                continue;
            }

            moved.AddRange(other.Where(one => one.HasDeal).Select(one => one.CustomerId));
            await db.Opportunities.Where(opportunity => ids.Contains(opportunity.CustomerId))
                .ExecuteUpdateAsync(set => set.SetProperty(
                    opportunity => opportunity.FirstContactOn,
                    opportunity => db.Visits.Where(visit => visit.OpportunityId == opportunity.Id && visit.ArchivedAt == null).Min(visit => (DateOnly?)visit.On)), cancellationToken);
        }

        return moved;
    }
}
