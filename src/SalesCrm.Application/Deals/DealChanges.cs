using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Deals;

/// <summary>What must follow, in the same transaction, when the deals of customers have changed, such as grading them anew.</summary>
public interface IDealFollower
{
    Task FollowAsync(CrmDbContext db, IReadOnlyCollection<long> customerIds, DateOnly today, CancellationToken cancellationToken);
}

/// <summary>The one thing to call after deals were added, changed or archived.</summary>
public sealed class DealChanges(CompanyClock clock, IEnumerable<IDealFollower> followers)
{
    /// <summary>Saves, brings all figures of the customers up to date and lets the features above follow. Inside the transaction of the change.</summary>
    internal async Task SettleAsync(CrmDbContext db, IReadOnlyCollection<long> customerIds, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        await DealFigures.RefreshAsync(db, customerIds, today, cancellationToken);
        foreach (var follower in followers)
        {
            await follower.FollowAsync(db, customerIds, today, cancellationToken);
        }
    }
}
