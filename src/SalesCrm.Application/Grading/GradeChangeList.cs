using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Grading;

/// <summary>Upgrades and downgrades of a period, the latest first, for review.</summary>
public sealed class GradeChangeList(CrmDbContext db, CompanyClock clock)
{
    private static readonly ListOrder<GradeChange, DateTime> Order = new("at", change => change.At, change => change.Id);

    public enum Direction
    {
        Up = 1,
        Down = 2,
    }

    /// <param name="Period">When the change happened, in company days.</param>
    /// <param name="Direction">Only upgrades or downgrades.</param>
    public sealed record Filter(Period Period, Direction? Direction = null);

    public sealed record ChangeRow(long CustomerId, string Customer, string? Owner, Grade? From, Grade To, DateTime At, string Reason, string? ReasonParts, int? PolicyRevision, string? By, bool IsConfidential)
    {
        /// <summary>In the reader's language where the rule decided, word for word where a person did.</summary>
        public Text Why => StoredText.Read(ReasonParts) ?? new Text("{0}", Reason);
    }

    public sealed record Counts(int Up, int Down);

    public async Task<Page<ChangeRow>> ReadAsync(Filter filter, string? cursor, Actor actor, CancellationToken cancellationToken)
    {
        var changes = Of(filter, actor);
        changes = filter.Direction switch
        {
            Direction.Up => changes.Where(change => (int)change.To < (int)change.From!),
            Direction.Down => changes.Where(change => (int)change.To > (int)change.From!),
            _ => changes,
        };
        return await Order.ReadAsync(
            changes,
            change => new ChangeRow(
                change.CustomerId,
                db.Customers.Where(customer => customer.Id == change.CustomerId).Select(customer => customer.Name).First(),
                db.Customers.Where(customer => customer.Id == change.CustomerId).Select(customer => customer.Owner!.DisplayName).FirstOrDefault(),
                change.From, change.To, change.At, change.Reason, change.ReasonParts, change.PolicyRevision, change.By!.DisplayName,
                db.Customers.Any(customer => customer.Id == change.CustomerId && customer.ConfidentialAt != null)),
            new PageRequest("at", true, cursor, 50), cancellationToken);
    }

    public async Task<Counts> CountAsync(Filter filter, Actor actor, CancellationToken cancellationToken)
        => await Of(filter, actor).GroupBy(_ => 1)
            .Select(all => new Counts(all.Count(change => (int)change.To < (int)change.From!), all.Count(change => (int)change.To > (int)change.From!)))
            .SingleOrDefaultAsync(cancellationToken) ?? new Counts(0, 0);

    private IQueryable<GradeChange> Of(Filter filter, Actor actor)
    {
        var (from, until) = clock.InstantsOf(filter.Period);
        var files = db.CustomersOf(actor).Select(customer => customer.Id);
        return db.GradeChanges.AsNoTracking().Where(change => change.At >= from && change.At < until && change.From != null && files.Contains(change.CustomerId));
    }
}
