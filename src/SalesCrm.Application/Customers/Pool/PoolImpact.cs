using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Customers.Pool;

/// <summary>What changed rules would do, before they are saved: how many more or fewer would fall now and within a week, and who.</summary>
public sealed class PoolImpact(CrmDbContext db, CompanyClock clock, FallingCustomers falling)
{
    /// <summary>So many of each kind are listed.</summary>
    public const int Listed = 50;

    /// <param name="Before">Customers that the rules in force let fall.</param>
    /// <param name="After">Customers that the changed ones would.</param>
    public sealed record Count(int Before, int After)
    {
        public int Difference => After - Before;
    }

    /// <param name="Now">Due today by the days alone.</param>
    /// <param name="Week">Due within seven days.</param>
    /// <param name="NotBefore">The first night on which the changed rules would let anybody fall.</param>
    /// <param name="Added">The first of those who would fall within a week only by the changed rules.</param>
    /// <param name="Spared">The first of those who would not any more.</param>
    public sealed record Sheet(
        Count Now, Count Week, DateOnly NotBefore, IReadOnlyList<FallingCustomers.FallingRow> Added, int AddedCount, IReadOnlyList<FallingCustomers.FallingRow> Spared, int SparedCount);

    public async Task<Sheet> ReadAsync(PoolRules changed, Actor actor, CancellationToken cancellationToken)
    {
        var rules = await PoolRules.ReadAsync(db, clock, cancellationToken);
        changed = changed with { NotBefore = SavePoolRules.FirstDay(changed, rules, clock.Today) };
        var (today, week) = (clock.Today, clock.Today.AddDays(FallingCustomers.Ahead));
        var held = db.CustomersHeldBy(actor).AsNoTracking();
        var (before, after) = (held.FallingBy(rules, clock, week), held.FallingBy(changed, clock, week));
        var added = after.Where(customer => !before.Any(other => other.Id == customer.Id));
        var spared = before.Where(customer => !after.Any(other => other.Id == customer.Id));
        return new Sheet(
            new Count(await CountAsync(held.FallingBy(rules, clock, today)), await CountAsync(held.FallingBy(changed, clock, today))),
            new Count(await CountAsync(before), await CountAsync(after)),
            changed.NotBefore.Value,
            await falling.RowsAsync(added, changed, Listed, cancellationToken),
            await CountAsync(added),
            await falling.RowsAsync(spared, rules, Listed, cancellationToken),
            await CountAsync(spared));

        Task<int> CountAsync(IQueryable<Customer> customers) => customers.CountUpToAsync(1_000_000, cancellationToken);
    }
}
