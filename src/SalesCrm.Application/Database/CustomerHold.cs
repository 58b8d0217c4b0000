using Microsoft.EntityFrameworkCore;

namespace SalesCrm.Application.Database;

/// <summary>Customers whose figures are about to be computed anew.</summary>
internal static class CustomerHold
{
    /// <summary>
    /// Keeps other nodes from these customers until the commit. Goes before figures of theirs are computed anew, as a command of its own: a
    /// command sees what was committed before it began, so that counting and waiting in one would count past each other. Asked for in the order of
    /// their ids, so that two who want the same ones do not each hold what the other waits for.
    /// </summary>
    internal static async Task HoldCustomersAsync(this CrmDbContext db, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        if (!db.Engine.HasOneOwner)
        {
            var sorted = ids.Order().ToArray();
            await db.Customers.Where(customer => sorted.Contains(customer.Id)).ExecuteUpdateAsync(set => set.SetProperty(customer => customer.AsOf, customer => customer.AsOf), cancellationToken);
        }
    }
}
