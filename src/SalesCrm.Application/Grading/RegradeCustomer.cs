using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Grading;

/// <summary>Grades the customers whose deals, judgements or follow-ups changed, in the transaction of that change.</summary>
internal sealed class RegradeCustomer(CompanyClock clock) : IDealFollower, IVisitFollower
{
    private const int ChunkSize = 500;

    public async Task FollowAsync(CrmDbContext db, IReadOnlyCollection<long> customerIds, DateOnly today, CancellationToken cancellationToken)
        => await RegradeAsync(db, customerIds, await GradeBook.CurrentPolicyAsync(db, cancellationToken), cancellationToken);

    /// <summary>Follow-ups count only for who has not bought for long.</summary>
    public async Task FollowAsync(CrmDbContext db, IReadOnlyCollection<long> customerIds, CancellationToken cancellationToken)
    {
        foreach (var ids in customerIds.Distinct().Chunk(ChunkSize))
        {
            var buyers = await GradeBook.CurrentPolicy(db)
                .SelectMany(_ => db.Customers.Where(customer => ids.Contains(customer.Id) && customer.LastDealOn != null), (policy, customer) => new { Policy = policy, customer.Id, customer.LastDealOn })
                .ToListAsync(cancellationToken);
            var dormant = buyers.Where(buyer => buyer.LastDealOn <= GradingRule.Before(clock.Today, buyer.Policy.DormantMonths)).ToList();
            if (dormant.Count > 0)
            {
                await RegradeAsync(db, dormant.ConvertAll(buyer => buyer.Id), dormant[0].Policy, cancellationToken);
            }
        }
    }

    private async Task RegradeAsync(CrmDbContext db, IReadOnlyCollection<long> customerIds, GradingPolicy policy, CancellationToken cancellationToken)
    {
        foreach (var ids in customerIds.Chunk(ChunkSize))
        {
            var interactions = await GradeBook.InteractionsAsync(db, ids, policy, clock, cancellationToken);
            foreach (var customer in await db.Customers.Where(customer => ids.Contains(customer.Id)).ToListAsync(cancellationToken))
            {
                GradeBook.Evaluate(db, customer, policy, interactions.GetValueOrDefault(customer.Id), clock);
            }
        }
    }
}
