using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Merges;

/// <summary>Two files of which one is to go into the other.</summary>
internal sealed record MergePair(Customer Kept, Customer Other)
{
    /// <summary>The two files, tracked; null where the actor may not change both.</summary>
    public static async Task<MergePair?> FindAsync(CrmDbContext db, long keptId, long otherId, Actor actor, CancellationToken cancellationToken)
    {
        var both = await db.CustomersEditedOrMergedBy(actor.ForOne).Where(row => row.Id == keptId || row.Id == otherId).ToListAsync(cancellationToken);
        return both is [var first, var second] ? first.Id == keptId ? new(first, second) : new(second, first) : null;
    }

    /// <summary>Why they cannot be merged now; null when they can.</summary>
    public async Task<Text?> ProblemAsync(CrmDbContext db, Actor actor, CancellationToken cancellationToken)
    {
        if (Kept.MergedIntoId is not null || Other.MergedIntoId is not null)
        {
            return "其中一份档案已经合并过了";
        }

        if (Kept.ArchivedAt is not null)
        {
            return "已归档的档案不能作为保留的一份";
        }

        if (Kept.ConfidentialAt is null != Other.ConfidentialAt is null)
        {
            return "一份是机密客户，另一份不是，请先把两份改成一致";
        }

        var owners = new[] { Kept.OwnerId, Other.OwnerId }.OfType<long>().Where(id => id != actor.UserId).Distinct().ToList();
        var isFree = owners.Count == 0 || actor.SeesEverything
            || (actor.Role == Role.Manager && await db.UsersOf(actor).CountAsync(user => owners.Contains(user.Id), cancellationToken) == owners.Count);
        return isFree ? default(Text?) : "两份档案的跟进人不同，请他们的经理或管理员合并";
    }
}
