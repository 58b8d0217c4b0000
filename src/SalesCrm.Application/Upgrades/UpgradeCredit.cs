using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Grading;

namespace SalesCrm.Application.Upgrades;

/// <summary>
/// Closes the programmes of customers whose grade rises to A or B as succeeded, and credits whoever looks after them. Every save looks at the changes of
/// grade that it keeps, whoever or whatever made them; no use case has to think of it.
/// </summary>
internal sealed class UpgradeCredit : ISaveFollower
{
    public SaveStage Stage => SaveStage.Gather;

    public async ValueTask<AfterSave?> FollowAsync(CrmDbContext db, CancellationToken cancellationToken)
    {
        var rises = db.ChangeTracker.Entries<GradeChange>()
            .Where(entry => entry.State == EntityState.Added && entry.Entity is { To: <= Grade.B, From: null or > Grade.B })
            .Select(entry => entry.Entity).GroupBy(change => change.CustomerId).ToDictionary(of => of.Key, of => of.Last());
        if (rises.Count == 0)
        {
            return null;
        }

        var programmes = await db.UpgradeProgrammes.Include(programme => programme.Customer)
            .Where(programme => programme.State == UpgradeState.Open && rises.Keys.Contains(programme.CustomerId)).ToListAsync(cancellationToken);
        foreach (var programme in programmes)
        {
            programme.Succeed(rises[programme.CustomerId].To, programme.Customer!.OwnerId ?? programme.StartedById, db.Now);
        }

        if (programmes.Count > 0)
        {
            db.ChangeTracker.DetectChanges();
        }

        return null;
    }
}
