using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Customers.Pool;

/// <summary>
/// Puts the customers whose days are over into the public pool, every night, in batches of one transaction each, so that nobody waits long. Each batch
/// is an act of the system that an admin can undo. The first night only starts the clock: nobody falls unwarned.
/// </summary>
public sealed class RecycleCustomers(CrmDbContext db, CompanyClock clock) : INightlyJob
{
    private const int Batch = 500;

    public Task<bool> RunIfDueAsync(CancellationToken cancellationToken)
        => JobTurn.RunAsync(db, "pool", clock.Today, TimeSpan.FromHours(2), async token =>
        {
            await BeginAsync(token);
            await ExecuteAsync(Actor.System, token);
        }, cancellationToken);

    /// <returns>How many customers fell.</returns>
    public async Task<int> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        var fallen = 0;
        int some;
        do
        {
            db.ChangeTracker.Clear();
            some = await db.InTransactionAsync(actor, token => RecycleAsync(actor, token), cancellationToken);
            fallen += some;
        }
        while (some > 0);

        return fallen;
    }

    private async Task<int> RecycleAsync(Actor actor, CancellationToken cancellationToken)
    {
        var rules = await PoolRules.ReadAsync(db, clock, cancellationToken);
        if (rules.NotBefore > clock.Today)
        {
            return 0;
        }

        var ids = await db.CustomersHeldBy(actor).FallingBy(rules, clock, clock.Today).OrderBy(customer => customer.Id).Select(customer => customer.Id).Take(Batch).ToListAsync(cancellationToken);
        await db.HoldCustomersAsync(ids, cancellationToken);

        // Asked again once other nodes are held off: a follow-up may have come in between.
        var customers = await db.CustomersHeldBy(actor).Where(customer => ids.Contains(customer.Id)).FallingBy(rules, clock, clock.Today).ToListAsync(cancellationToken);
        if (customers.Count == 0)
        {
            return 0;
        }

        customers.ForEach(customer => PoolChange.Release(db, customer, rules.Words(customer.Grade), null));
        db.NameFor(actor.UserId == 0 ? null : actor.UserId, ActKind.Release, "到期未跟进，自动移入公海", customers.Count);
        await db.SaveChangesAsync(cancellationToken);
        return customers.Count;
    }

    private Task BeginAsync(CancellationToken cancellationToken) => db.InTransactionAsync(Actor.System, async token =>
    {
        if (!await db.Settings.AnyAsync(setting => setting.Name == PoolRules.Stored.Name, token))
        {
            db.Settings.Add(PoolRules.Stored.Row(await PoolRules.ReadAsync(db, clock, token)));
        }

        return 0;
    }, cancellationToken);
}
