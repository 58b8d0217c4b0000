using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Grading;

namespace SalesCrm.Application.Upgrades;

/// <summary>
/// Closes the programmes of customers whose grade rises to A or B as succeeded, and credits whoever looks after them; takes that back when the deal that raised the grade
/// turns out wrong; and keeps one open programme where two files become one. Every save looks at what it keeps, whoever or whatever made it; no use case has to think of it.
/// </summary>
internal sealed class UpgradeCredit : ISaveFollower
{
    public SaveStage Stage => SaveStage.Gather;

    public async ValueTask<AfterSave?> FollowAsync(CrmDbContext db, CancellationToken cancellationToken)
    {
        if (await CloseAsync(db, cancellationToken) | await ReopenAsync(db, cancellationToken) | await UniteAsync(db, cancellationToken))
        {
            db.ChangeTracker.DetectChanges();
        }

        return null;
    }

    private static async Task<bool> CloseAsync(CrmDbContext db, CancellationToken cancellationToken)
    {
        var rises = Changes(db, change => change is { To: <= Grade.B, From: null or > Grade.B });
        if (rises.Count == 0)
        {
            return false;
        }

        var programmes = await db.UpgradeProgrammes.Include(programme => programme.Customer)
            .Where(programme => programme.State == UpgradeState.Open && rises.Keys.Contains(programme.CustomerId)).ToListAsync(cancellationToken);
        foreach (var programme in programmes)
        {
            programme.Succeed(rises[programme.CustomerId].To, programme.Customer!.OwnerId ?? programme.StartedById, db.Now);
        }

        return programmes.Count > 0;
    }

    /// <summary>A grade that falls as time goes by takes nothing back; one that falls because the deal behind the rise was corrected or taken away does.</summary>
    private static async Task<bool> ReopenAsync(CrmDbContext db, CancellationToken cancellationToken)
    {
        var falls = Changes(db, change => change is { To: > Grade.B, From: <= Grade.B });
        if (falls.Count == 0)
        {
            return false;
        }

        var programmes = await db.UpgradeProgrammes.Where(programme => programme.State == UpgradeState.Succeeded && falls.Keys.Contains(programme.CustomerId)
            && db.AuditEntries.Any(now => now.OperationId == db.OperationId && now.Subject == nameof(Deal)
                && db.AuditEntries.Any(then => then.Subject == nameof(Deal) && then.SubjectId == now.SubjectId
                    && then.OperationId == db.GradeChanges.Where(rise => rise.CustomerId == programme.CustomerId && rise.To <= Grade.B && (rise.From == null || rise.From > Grade.B))
                        .OrderByDescending(rise => rise.Id).Select(rise => rise.OperationId).FirstOrDefault())))
            .OrderByDescending(programme => programme.ClosedAt).ToListAsync(cancellationToken);
        var last = programmes.DistinctBy(programme => programme.CustomerId).ToList();
        foreach (var programme in last)
        {
            programme.Reopen();
        }

        return last.Count > 0;
    }

    private static async Task<bool> UniteAsync(CrmDbContext db, CancellationToken cancellationToken)
    {
        var moved = db.ChangeTracker.Entries<UpgradeProgramme>()
            .Where(entry => entry.State == EntityState.Modified && entry.Entity.State == UpgradeState.Open && entry.Property(programme => programme.CustomerId).IsModified)
            .Select(entry => entry.Entity).ToList();
        foreach (var programme in moved)
        {
            var others = await db.UpgradeProgrammes.Include(other => other.Steps)
                .Where(other => (other.CustomerId == programme.CustomerId && other.State == UpgradeState.Open) || other.Id == programme.Id).ToListAsync(cancellationToken);
            UpgradeOrder.StopBehind(others.Where(other => other.State == UpgradeState.Open), db.Now);
        }

        return moved.Count > 0;
    }

    private static Dictionary<long, GradeChange> Changes(CrmDbContext db, Func<GradeChange, bool> which)
        => db.ChangeTracker.Entries<GradeChange>().Where(entry => entry.State == EntityState.Added && which(entry.Entity)).Select(entry => entry.Entity)
            .GroupBy(change => change.CustomerId).ToDictionary(of => of.Key, of => of.Last());
}
