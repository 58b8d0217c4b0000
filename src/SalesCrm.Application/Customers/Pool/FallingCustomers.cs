using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Customers.Pool;

/// <summary>Who falls into the public pool next: his own customers for a rep, his people's for a manager.</summary>
public sealed class FallingCustomers(CrmDbContext db, CompanyClock clock)
{
    /// <summary>How far a preview looks ahead.</summary>
    public const int Ahead = 7;

    /// <summary>So many are listed; the count is of all.</summary>
    public const int Listed = 200;

    internal static readonly Expression<Func<Customer, Found>> Find = customer => new Found
    {
        Id = customer.Id,
        Name = customer.Name,
        Grade = customer.Grade,
        TouchedAt = customer.LastFollowUpAt != null && customer.LastFollowUpAt > customer.HeldSince ? customer.LastFollowUpAt.Value : customer.HeldSince,
        DeferredUntil = customer.DeferredUntil,
        DeferralReason = customer.DeferralReason,
        LastFollowUpAt = customer.LastFollowUpAt,
        OwnerId = customer.OwnerId,
        Owner = customer.Owner!.DisplayName,
    };

    /// <param name="On">The first day on which he is in the pool.</param>
    /// <param name="DaysLeft">Days until then; 0 in the coming night.</param>
    /// <param name="Rule">The rule by which he falls.</param>
    /// <param name="TouchedOn">The last follow-up, or the day on which his owner got him when that is later.</param>
    /// <param name="DeferredUntil">Set when the one deferral is used.</param>
    public sealed record FallingRow(long Id, string Name, Grade Grade, DateOnly On, int DaysLeft, Text Rule, DateOnly TouchedOn, DateTime? LastFollowUpAt, string? Owner, DateOnly? DeferredUntil, string? DeferralReason)
    {
        public bool MayDefer => DeferredUntil is null;
    }

    public sealed record Sheet(int Days, int Total, IReadOnlyList<FallingRow> Rows);

    /// <param name="days">How far to look ahead; the warning time of the rules where null.</param>
    /// <param name="ownerId">Only this owner's, within what the actor may see.</param>
    public async Task<Sheet> ReadAsync(int? days, long? ownerId, int most, Actor actor, CancellationToken cancellationToken)
    {
        var rules = await PoolRules.ReadAsync(db, clock, cancellationToken);
        var ahead = days ?? rules.WarnDays;
        var day = clock.Today.AddDays(ahead);
        if (rules.NotBefore > day)
        {
            return new Sheet(ahead, 0, []);
        }

        var falling = db.CustomersHeldBy(actor).AsNoTracking().FallingBy(rules, clock, day);
        falling = ownerId is null ? falling : falling.Where(customer => customer.OwnerId == ownerId);
        return new Sheet(ahead, await falling.CountUpToAsync(Counting.Most, cancellationToken), await RowsAsync(falling, rules, most, cancellationToken));
    }

    /// <summary>When one customer falls; null where he does not within the warning time, or is not the actor's or his people's.</summary>
    public async Task<FallingRow?> FindAsync(long id, Actor actor, CancellationToken cancellationToken)
    {
        var rules = await PoolRules.ReadAsync(db, clock, cancellationToken);
        var found = await db.CustomersHeldBy(actor.ForOne).AsNoTracking().Where(customer => customer.Id == id).FallingBy(rules, clock, clock.Today.AddDays(rules.WarnDays))
            .Select(Find).SingleOrDefaultAsync(cancellationToken);
        return found is null || RowOf(found, rules) is not { } row || row.DaysLeft > rules.WarnDays ? null : row;
    }

    /// <summary>The first to fall: those of each grade, laid side by side in one command, because within a grade who was not touched for longest falls first.</summary>
    internal async Task<IReadOnlyList<FallingRow>> RowsAsync(IQueryable<Customer> falling, PoolRules rules, int most, CancellationToken cancellationToken)
    {
        var grades = Enum.GetValues<Grade>().Where(grade => rules.DaysOf(grade) is not null)
            .Select(grade => falling.Where(customer => customer.Grade == grade).Select(Find).OrderBy(row => row.TouchedAt).ThenBy(row => row.Id).Take(most)).ToList();
        var found = grades is [] ? [] : await grades.Aggregate((all, grade) => all.Concat(grade)).ToListAsync(cancellationToken);
        return [.. found.Select(row => RowOf(row, rules)).OfType<FallingRow>().OrderBy(row => row.On).ThenBy(row => row.Grade).ThenBy(row => row.Id).Take(most)];
    }

    internal FallingRow? RowOf(Found row, PoolRules rules)
    {
        var touched = clock.DateOf(row.TouchedAt);
        if (rules.FallsOn(row.Grade, touched, row.DeferredUntil) is not { } on)
        {
            return null;
        }

        var left = Math.Max(0, on.DayNumber - clock.Today.DayNumber);
        return new FallingRow(row.Id, row.Name, row.Grade, on, left, rules.Words(row.Grade), touched, row.LastFollowUpAt, row.Owner, row.DeferredUntil, row.DeferralReason);
    }

    internal sealed class Found
    {
        public required long Id { get; init; }
        public required string Name { get; init; }
        public required Grade Grade { get; init; }
        public required DateTime TouchedAt { get; init; }
        public required DateOnly? DeferredUntil { get; init; }
        public required string? DeferralReason { get; init; }
        public required DateTime? LastFollowUpAt { get; init; }
        public required long? OwnerId { get; init; }
        public required string? Owner { get; init; }
    }
}
