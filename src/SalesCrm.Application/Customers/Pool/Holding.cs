using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Customers.Pool;

/// <summary>
/// Whatever gives a customer to somebody else (a form, an import, a claim, an undoing), a new holding begins with it: its days count from now, and
/// it may be deferred once.
/// </summary>
internal sealed class Holding : ISaveFollower
{
    public SaveStage Stage => SaveStage.Complete;

    public ValueTask<AfterSave?> FollowAsync(CrmDbContext db, CancellationToken cancellationToken)
    {
        foreach (var entry in db.ChangeTracker.Entries<Customer>().Where(entry => entry.State == EntityState.Modified))
        {
            var owner = entry.Property(customer => customer.OwnerId);
            if (owner.IsModified && owner.OriginalValue != owner.CurrentValue)
            {
                entry.Property(customer => customer.HeldSince).CurrentValue = db.Now;
                entry.Property(customer => customer.DeferredUntil).CurrentValue = null;
                entry.Property(customer => customer.DeferralReason).CurrentValue = null;
                entry.Property(customer => customer.FormerOwnerId).CurrentValue = owner.CurrentValue is null ? owner.OriginalValue : null;
            }
        }

        return default;
    }
}
