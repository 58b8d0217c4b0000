using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Deals;

/// <summary>
/// Keeps what is derived from deals beside them and beside their customers: each deal's place and sales days, each customer's counts, sums, dates
/// and lifecycle type. Runs in the transaction that changed the deals, for one customer or for many thousands alike.
/// </summary>
internal static class DealFigures
{
    private const int Batch = 500;

    /// <summary>Brings everything derived up to date as of <paramref name="today"/>. Saves what is pending first, and what it changed last.</summary>
    public static async Task RefreshAsync(CrmDbContext db, IEnumerable<long> customerIds, DateOnly today, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        var rules = await Lifecycles.RulesAsync(db, cancellationToken);
        foreach (var ids in customerIds.Distinct().Chunk(Batch))
        {
            await db.HoldCustomersAsync(ids, cancellationToken);
            await db.Customers.Where(customer => ids.Contains(customer.Id))
                .ExecuteUpdateAsync(set => set
                    .SetProperty(customer => customer.AsOf, today)
                    .SetProperty(customer => customer.OpenOpportunityCount, customer => db.Opportunities.Count(opportunity =>
                        opportunity.CustomerId == customer.Id && opportunity.Status == Opportunities.OpportunityStatus.Open && opportunity.ArchivedAt == null)), cancellationToken);
            var deals = await DealsOfAsync(db, ids, cancellationToken);
            await PlaceAsync(db, deals, cancellationToken);
            await CountAsync(db, ids, deals, rules, today, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Customers whose rolling figures may have moved on since they were last computed; all others have nothing that time can change.</summary>
    public static IQueryable<long> Due(CrmDbContext db, DateOnly today)
        => db.Customers.Where(customer => customer.DealCount > 0 && (customer.AsOf == null || customer.AsOf < today)).Select(customer => customer.Id);

    private static async Task<ILookup<long, DealLine>> DealsOfAsync(CrmDbContext db, long[] ids, CancellationToken cancellationToken)
    {
        var lines = await db.Deals.AsNoTracking()
            .Where(deal => ids.Contains(deal.CustomerId) && deal.ArchivedAt == null)
            .Select(deal => new DealLine(
                deal.Id, deal.CustomerId, deal.On, deal.Number, deal.Amount, new DealPlace(deal.Ordinal, deal.PreviousOn, deal.NextOn), deal.SalesDays, deal.Opportunity!.IdentifiedOn, deal.Opportunity.FirstContactOn))
            .ToListAsync(cancellationToken);
        return lines.OrderBy(line => line.On).ThenBy(line => line.Number, StringComparer.Ordinal).ToLookup(line => line.CustomerId);
    }

    private static async Task PlaceAsync(CrmDbContext db, ILookup<long, DealLine> deals, CancellationToken cancellationToken)
    {
        var due = deals.SelectMany(of => of.Zip(DealPlace.Of(of.Select(line => line.On).ToList()), (line, place) => (Line: line, Place: place)))
            .Where(pair => pair.Line.Place != pair.Place || pair.Line.SalesDays != pair.Line.DueSalesDays)
            .ToDictionary(pair => pair.Line.Id);
        foreach (var ids in due.Keys.Chunk(Batch))
        {
            foreach (var deal in await db.Deals.Where(deal => ids.Contains(deal.Id)).ToListAsync(cancellationToken))
            {
                due[deal.Id].Place.PutOn(deal);
                deal.SalesDays = due[deal.Id].Line.DueSalesDays;
            }
        }
    }

    private static async Task CountAsync(CrmDbContext db, long[] ids, ILookup<long, DealLine> deals, LifecycleRules rules, DateOnly today, CancellationToken cancellationToken)
    {
        var stored = await db.Customers.AsNoTracking().Where(customer => ids.Contains(customer.Id))
            .Select(c => new
            {
                c.Id,
                Figures = new PurchaseFigures(c.DealCount, c.DealTotal, c.FirstDealOn, c.LastDealOn, c.AnnualAmount, c.AnnualDealCount),
                State = new LifecycleState(c.Lifecycle, c.LifecycleSince),
                Signs = new LifecycleSigns(c.DealCount, c.FirstDealOn, c.LastDealOn, c.SurveyScore, c.SurveyOn, c.BuyingReferrals),
            })
            .ToListAsync(cancellationToken);
        var due = stored
            .Select(row => (row.Id, row.Figures, row.State, row.Signs, Due: PurchaseFigures.Of(deals[row.Id].Select(line => (line.On, line.Amount)).ToList(), today)))
            .Where(row => row.Figures != row.Due || rules.StateOf(row.Signs, row.State, today) != row.State)
            .ToDictionary(row => row.Id, row => row.Due);
        var changed = due.Keys.ToList();
        if (changed.Count > 0)
        {
            foreach (var customer in await db.Customers.Where(customer => changed.Contains(customer.Id)).ToListAsync(cancellationToken))
            {
                due[customer.Id].PutOn(customer, rules, today);
            }
        }
    }

    private sealed record DealLine(
        long Id, long CustomerId, DateOnly On, string Number, decimal Amount, DealPlace Place, int? SalesDays, DateOnly? IdentifiedOn, DateOnly? FirstContactOn)
    {
        public int? DueSalesDays => SalesCycle.Days(On, IdentifiedOn, FirstContactOn);
    }
}

/// <summary>How long a sale took.</summary>
internal static class SalesCycle
{
    /// <summary>Days from the identification of the opportunity, or its first contact if that was earlier, to the deal; null when neither is known.</summary>
    public static int? Days(DateOnly dealOn, DateOnly? identifiedOn, DateOnly? firstContactOn)
        => (identifiedOn, firstContactOn) switch
        {
            (null, null) => null,
            ({ } identified, { } contact) => dealOn.DayNumber - Math.Min(identified.DayNumber, contact.DayNumber),
            var (identified, contact) => dealOn.DayNumber - (identified ?? contact)!.Value.DayNumber,
        };
}
