using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers.Pool;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Customers.Tidy;

/// <summary>Says of files that they are still right, without changing anything in them.</summary>
public sealed class ConfirmCustomers(CrmDbContext db, CompanyClock clock)
{
    /// <summary>As many as a page shows.</summary>
    public const int Most = 500;

    /// <summary>When a file counts as stale, and whether one does.</summary>
    public async Task<bool> IsStaleAsync(DateTime? confirmedAt, CancellationToken cancellationToken)
        => confirmedAt is not { } at || clock.DateOf(at).AddDays((await PoolRules.ReadAsync(db, clock, cancellationToken)).StaleAfterDays) <= clock.Today;

    /// <returns>How many were confirmed.</returns>
    public async Task<Outcome<int>> ExecuteAsync(IReadOnlyCollection<long> ids, Actor actor, CancellationToken cancellationToken)
    {
        var some = ids.Distinct().Take(Most).ToList();
        return await db.InTransactionAsync(actor, async token =>
        {
            var now = clock.UtcNow;
            var confirmed = await db.CustomersEditedBy(actor).Where(customer => some.Contains(customer.Id) && customer.ArchivedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(customer => customer.ConfirmedAt, now), token);
            return confirmed == 0 ? Outcome<int>.NotFound() : confirmed;
        }, cancellationToken);
    }
}
