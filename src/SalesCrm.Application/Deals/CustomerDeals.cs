using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Deals;

/// <summary>What a customer bought, and what that lets one expect.</summary>
public sealed class CustomerDeals(CrmDbContext db, CompanyClock clock)
{
    /// <summary>So many of the latest deals are shown.</summary>
    public const int Shown = 8;

    /// <param name="Amount">Yuan.</param>
    public sealed record DealLine(long Id, string Number, DateOnly On, decimal Amount, string? Product, string? Channel);

    public sealed record Purchases(long CustomerId, string Customer, bool IsConfidential, int Count, IReadOnlyList<DealLine> Latest, PurchaseOutlook Outlook);

    /// <summary>Null where the actor may not see all of the customer.</summary>
    public async Task<Purchases?> FindAsync(long customerId, Actor actor, CancellationToken cancellationToken)
    {
        var customer = await db.CustomersWhollySeenBy(actor.ForOne).Where(row => row.Id == customerId).Select(row => new { row.Name, IsConfidential = row.ConfidentialAt != null }).SingleOrDefaultAsync(cancellationToken);
        if (customer is null)
        {
            return null;
        }

        var deals = await db.Deals.AsNoTracking().Where(deal => deal.CustomerId == customerId && deal.ArchivedAt == null)
            .OrderByDescending(deal => deal.On).ThenByDescending(deal => deal.Number)
            .Select(deal => new DealLine(deal.Id, deal.Number, deal.On, deal.Amount, deal.Product!.Name, deal.Channel)).ToListAsync(cancellationToken);
        return new Purchases(customerId, customer.Name, customer.IsConfidential, deals.Count, deals.Take(Shown).ToList(), PurchaseOutlook.Of(deals.ConvertAll(deal => (deal.On, deal.Amount)), clock.Today));
    }
}
