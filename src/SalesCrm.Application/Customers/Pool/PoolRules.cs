using SalesCrm.Application.Database;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Settings;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Customers.Pool;

/// <summary>The company's rules for keeping customers: when one falls into the public pool, what a person may hold, and when a file counts as stale.</summary>
/// <param name="DaysA">Days without a follow-up after which an A customer falls; null for never.</param>
/// <param name="WarnDays">So many days before, his owner is warned.</param>
/// <param name="MostHeld">Customers that somebody may hold who takes one from the pool.</param>
/// <param name="ClaimsPerDay">Customers that somebody may claim on one day.</param>
/// <param name="DeferDays">How long a deferral lasts.</param>
/// <param name="ReclaimAfterDays">Days during which the former owner may not claim a customer back; 0 for none.</param>
/// <param name="LostAfterDays">Days without a contact after which the tidying proposes to archive.</param>
/// <param name="StaleAfterDays">Days after which a file that nobody confirmed asks for it.</param>
public sealed record PoolRules(
    int? DaysA, int? DaysB, int? DaysC, int? DaysD, int WarnDays, int MostHeld, int ClaimsPerDay, int DeferDays, int ReclaimAfterDays, int LostAfterDays, int StaleAfterDays)
{
    /// <summary>Nothing falls before this day: whoever holds a customer has been warned first, also after a rule has become stricter.</summary>
    public DateOnly? NotBefore { get; init; }

    public static PoolRules Default { get; } = new(30, 45, 90, 180, 7, 200, 10, 30, 0, 180, 90);

    internal static StoredSetting<PoolRules> Stored { get; } = new("customers.pool", Default);

    public int? DaysOf(Grade grade) => grade switch
    {
        Grade.A => DaysA,
        Grade.B => DaysB,
        Grade.C => DaysC,
        _ => DaysD,
    };

    /// <summary>The rule that a grade falls by, in words.</summary>
    public Text Words(Grade grade) => new("{0} 级 {1} 天未跟进", grade.ToString(), DaysOf(grade) ?? 0);

    /// <summary>The first day on which a customer is not his owner's any more, as things stand; null where it never comes.</summary>
    internal DateOnly? FallsOn(Grade grade, DateOnly touchedOn, DateOnly? deferredUntil)
    {
        if (DaysOf(grade) is not { } days)
        {
            return null;
        }

        var on = touchedOn.AddDays(days);
        on = deferredUntil > on ? deferredUntil.Value : on;
        return NotBefore > on ? NotBefore.Value : on;
    }

    /// <summary>True when a customer falls earlier by these rules than by the others.</summary>
    internal bool IsStricterThan(PoolRules other)
        => Enum.GetValues<Grade>().Any(grade => (DaysOf(grade) ?? int.MaxValue) < (other.DaysOf(grade) ?? int.MaxValue));

    /// <summary>Rules that nobody ever changed warn from today on.</summary>
    internal PoolRules AsOf(DateOnly today) => this with { NotBefore = NotBefore ?? today.AddDays(WarnDays) };

    internal static async Task<PoolRules> ReadAsync(CrmDbContext db, CompanyClock clock, CancellationToken cancellationToken)
        => (await Stored.ReadAsync(db, cancellationToken)).AsOf(clock.Today);
}
