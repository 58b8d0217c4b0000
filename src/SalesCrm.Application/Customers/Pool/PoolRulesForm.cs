using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Customers.Pool;

/// <summary>The pool's rules as pages and the form that changes them need them.</summary>
public sealed class PoolRulesForm(CrmDbContext db, CompanyClock clock)
{
    public Task<PoolRules> ReadAsync(CancellationToken cancellationToken) => PoolRules.ReadAsync(db, clock, cancellationToken);

    /// <summary>For editing, with the version that a save has to bring; empty while nobody ever changed them.</summary>
    public async Task<SavePoolRules.Input> EditAsync(CancellationToken cancellationToken)
    {
        var stored = await db.Settings.AsNoTracking().Where(setting => setting.Name == PoolRules.SettingName)
            .Select(setting => new { setting.Value, setting.Version }).SingleOrDefaultAsync(cancellationToken);
        var rules = PoolRules.Of(stored?.Value, clock.Today);
        return new SavePoolRules.Input
        {
            DaysA = rules.DaysA,
            DaysB = rules.DaysB,
            DaysC = rules.DaysC,
            DaysD = rules.DaysD,
            WarnDays = rules.WarnDays,
            MostHeld = rules.MostHeld,
            ClaimsPerDay = rules.ClaimsPerDay,
            DeferDays = rules.DeferDays,
            ReclaimAfterDays = rules.ReclaimAfterDays,
            LostAfterDays = rules.LostAfterDays,
            StaleAfterDays = rules.StaleAfterDays,
            Version = stored?.Version ?? Guid.Empty,
        };
    }
}
