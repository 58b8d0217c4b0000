using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Grading;

/// <summary>Grades the customers whose deals or judgements changed, in the transaction of that change.</summary>
internal sealed class RegradeCustomer(CompanyClock clock) : IDealFollower
{
    private const int ChunkSize = 500;

    public async Task FollowAsync(CrmDbContext db, IReadOnlyCollection<long> customerIds, DateOnly today, CancellationToken cancellationToken)
    {
        var policy = await GradeBook.CurrentPolicyAsync(db, cancellationToken);
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
