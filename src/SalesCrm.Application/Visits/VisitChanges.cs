using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;

namespace SalesCrm.Application.Visits;

/// <summary>What must follow, in the same transaction, when the log of customers has changed, such as grading those anew who are graded by it.</summary>
public interface IVisitFollower
{
    Task FollowAsync(CrmDbContext db, IReadOnlyCollection<long> customerIds, CancellationToken cancellationToken);
}

/// <summary>The one thing to call after follow-ups were added, changed or archived, by a form or by an import.</summary>
public sealed class VisitChanges(DealChanges deals, IEnumerable<IVisitFollower> followers)
{
    /// <summary>Saves and brings everything derived from the log up to date. Inside the transaction of the change, before customers are loaded to be changed.</summary>
    internal async Task SettleAsync(CrmDbContext db, IReadOnlyCollection<long> customerIds, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        var moved = await VisitFigures.RefreshAsync(db, customerIds, cancellationToken);
        if (moved.Count > 0)
        {
            await deals.SettleAsync(db, moved, cancellationToken);
        }

        foreach (var follower in followers)
        {
            await follower.FollowAsync(db, customerIds, cancellationToken);
        }
    }
}
