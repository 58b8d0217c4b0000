using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Grading;

/// <summary>The changes of grades that an undone act had brought.</summary>
internal static class GradeHistory
{
    private const int Batch = 500;

    /// <summary>
    /// Takes the changes that these operations made and unmade out of the history of customers whose grade is again what it was before them. The
    /// audit trail keeps both. A history in which something else happened since stays whole, so that each change begins where the one before ended.
    /// </summary>
    public static async Task ForgetAsync(CrmDbContext db, IEnumerable<long> customerIds, Guid[] operations, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        foreach (var ids in customerIds.Chunk(Batch))
        {
            var changes = await db.GradeChanges.AsNoTracking()
                .Where(change => ids.Contains(change.CustomerId) && change.OperationId != null && operations.Contains(change.OperationId.Value)).OrderBy(change => change.Id)
                .Select(change => new
                {
                    change.Id,
                    change.CustomerId,
                    change.From,
                    Now = db.Customers.Where(customer => customer.Id == change.CustomerId).Select(customer => customer.Grade).First(),
                    IsBuiltUpon = db.GradeChanges.Any(later => later.CustomerId == change.CustomerId && later.Id > change.Id && (later.OperationId == null || !operations.Contains(later.OperationId.Value))),
                })
                .ToListAsync(cancellationToken);
            var undone = changes.GroupBy(change => change.CustomerId)
                .Where(of => of.First().From == of.First().Now && !of.Any(change => change.IsBuiltUpon))
                .SelectMany(of => of).Select(change => change.Id).ToList();
            if (undone.Count > 0)
            {
                await db.GradeChanges.Where(change => undone.Contains(change.Id)).ExecuteDeleteAsync(cancellationToken);
            }
        }
    }
}
