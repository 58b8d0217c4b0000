using SalesCrm.Application.Database;

namespace SalesCrm.Application.Deals;

/// <summary>What must follow, in the same transaction, when the deals of customers have changed, such as grading them anew.</summary>
public interface IDealFollower
{
    Task FollowAsync(CrmDbContext db, IReadOnlyCollection<long> customerIds, DateOnly today, CancellationToken cancellationToken);
}
