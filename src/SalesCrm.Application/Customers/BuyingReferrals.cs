using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Customers;

/// <summary>
/// How many of those whom a customer referred have bought. Every save looks whether a buyer's referrer changed, or a referred customer became a buyer or
/// ceased to be one, whoever did it and how; no use case has to think of it.
/// </summary>
internal sealed class BuyingReferrals : ISaveFollower
{
    public SaveStage Stage => SaveStage.Watch;

    public ValueTask<AfterSave?> FollowAsync(CrmDbContext db, CancellationToken cancellationToken)
    {
        var touched = Touched(db.ChangeTracker);
        return new(touched.Count == 0 ? null : (saved, token) => CountAsync(saved, touched, token));
    }

    /// <summary>Referrers whose count may move with what is about to be saved.</summary>
    private static HashSet<long> Touched(ChangeTracker tracker)
    {
        var touched = new HashSet<long>();
        foreach (var entry in tracker.Entries<Customer>().Where(entry => entry.State is not EntityState.Unchanged))
        {
            var (before, now) = (Of(entry, isOriginal: true), Of(entry, isOriginal: false));
            if (before != now)
            {
                touched.UnionWith(new[] { before, now }.OfType<long>());
            }
        }

        return touched;
    }

    /// <summary>Counts anew and derives the referrers' types.</summary>
    private static async Task<bool> CountAsync(CrmDbContext db, HashSet<long> referrers, CancellationToken cancellationToken)
    {
        await db.HoldCustomersAsync(referrers, cancellationToken);
        var counts = await db.Customers.Where(customer => customer.DealCount > 0 && referrers.Contains(customer.ReferredById!.Value))
            .GroupBy(customer => customer.ReferredById!.Value).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var rules = await Lifecycles.RulesAsync(db, cancellationToken);
        foreach (var referrer in await db.Customers.Where(customer => referrers.Contains(customer.Id)).ToListAsync(cancellationToken))
        {
            referrer.BuyingReferrals = counts.GetValueOrDefault(referrer.Id);
            if (referrer is { DealCount: > 0, AsOf: { } asOf })
            {
                referrer.Live(rules, asOf);
            }
        }

        return true;
    }

    /// <summary>Whom this customer counts for; nobody while he has not bought.</summary>
    private static long? Of(EntityEntry<Customer> entry, bool isOriginal)
    {
        if (entry.State == (isOriginal ? EntityState.Added : EntityState.Deleted))
        {
            return null;
        }

        var (deals, referrer) = (entry.Property(customer => customer.DealCount), entry.Property(customer => customer.ReferredById));
        return (isOriginal ? deals.OriginalValue : deals.CurrentValue) == 0 ? null : isOriginal ? referrer.OriginalValue : referrer.CurrentValue;
    }
}
