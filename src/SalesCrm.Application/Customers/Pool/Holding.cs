using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace SalesCrm.Application.Customers.Pool;

/// <summary>
/// Whatever gives a customer to somebody else (a form, an import, a claim, an undoing), a new holding begins with it: its days count from now, and
/// it may be deferred once.
/// </summary>
internal static class Holding
{
    /// <summary>Called by every save, after changes were detected and before they are audited.</summary>
    public static void Follow(ChangeTracker tracker, DateTime now)
    {
        foreach (var entry in tracker.Entries<Customer>().Where(entry => entry.State == EntityState.Modified))
        {
            var owner = entry.Property(customer => customer.OwnerId);
            if (owner.IsModified && owner.OriginalValue != owner.CurrentValue)
            {
                entry.Property(customer => customer.HeldSince).CurrentValue = now;
                entry.Property(customer => customer.DeferredUntil).CurrentValue = null;
                entry.Property(customer => customer.DeferralReason).CurrentValue = null;
                entry.Property(customer => customer.FormerOwnerId).CurrentValue = owner.CurrentValue is null ? owner.OriginalValue : null;
            }
        }
    }
}
