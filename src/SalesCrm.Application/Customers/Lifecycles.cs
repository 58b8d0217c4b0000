using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Customers;

/// <summary>Keeps the lifecycle type beside the file, in the transaction of whatever moves it.</summary>
internal static class Lifecycles
{
    private const int Batch = 500;

    internal static Task<LifecycleRules> RulesAsync(CrmDbContext db, CancellationToken cancellationToken)
        => LifecycleRules.Stored.ReadAsync(db, cancellationToken);

    /// <summary>Derives the type of these customers anew, for the day of their figures; after what it is read from was saved.</summary>
    internal static async Task RefreshAsync(CrmDbContext db, IEnumerable<long> customerIds, CancellationToken cancellationToken)
    {
        var rules = await RulesAsync(db, cancellationToken);
        foreach (var ids in customerIds.Distinct().Chunk(Batch))
        {
            var rows = await db.Customers.AsNoTracking().Where(customer => ids.Contains(customer.Id) && customer.DealCount > 0)
                .Select(c => new
                {
                    c.Id,
                    c.AsOf,
                    State = new LifecycleState(c.Lifecycle, c.LifecycleSince),
                    Signs = new LifecycleSigns(c.DealCount, c.FirstDealOn, c.LastDealOn, c.SurveyScore, c.SurveyOn, c.BuyingReferrals),
                })
                .ToListAsync(cancellationToken);
            var moved = rows.Where(row => rules.StateOf(row.Signs, row.State, row.AsOf!.Value) != row.State).Select(row => row.Id).ToList();
            foreach (var customer in moved.Count == 0 ? [] : await db.Customers.Where(customer => moved.Contains(customer.Id)).ToListAsync(cancellationToken))
            {
                customer.Live(rules, customer.AsOf!.Value);
            }
        }
    }
}
