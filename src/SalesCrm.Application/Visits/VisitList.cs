using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Visits;

/// <summary>The log of follow-ups, page by page.</summary>
public sealed class VisitList(CrmDbContext db, CompanyClock clock)
{
    /// <summary>UTF-16 units of a feedback that a row shows; where somebody searched, enough to show the hit.</summary>
    private const int Glance = 300;
    private const int Whole = 20_000;

    /// <summary>Blocks that may hold a hit, from the latest on, into which the search of the top bar looks.</summary>
    private const int LatestBlocks = 300;

    private static readonly ListOrders<Visit> Orders = new(
        new ListOrder<Visit, DateTime>("at", v => v.At, v => v.Id),
        new ListOrder<Visit, DateOnly?>("due", v => v.OpenDueKey, v => v.Id));

    /// <summary>One line of the log.</summary>
    public sealed record VisitRow(
        long Id, long CustomerId, string Customer, Grade Grade, string? Contact, string? Opportunity, DateTime At, VisitMethod Method, bool IsInbound, string? Visitor,
        string? Topic, string? Feedback, string? Handling, DateOnly? DueOn, string? DueText, string? Result, DateOnly? NextOn, string? NextText, bool IsOpen)
    {
        /// <summary>The text around what was searched for; null where nothing was.</summary>
        public Snippet? Hit { get; init; }

        public bool IsConfidential { get; init; }
    }

    /// <summary>Counts behind the tabs, each as far as a tab tells.</summary>
    public sealed record VisitCounts(int All, int Open, int Overdue);

    public async Task<Page<VisitRow>> ReadAsync(VisitFilter filter, PageRequest page, Actor actor, CancellationToken cancellationToken)
    {
        filter = await filter.ReadyAsync(db, cancellationToken);
        var total = await filter.Apply(db, actor, clock).CountForAsync(page, cancellationToken);
        var found = await Orders.Named(page.Sort).ReadAsync(
            (filter with { IsCommon = total > Counting.Most }).Apply(db, actor.Walking, clock).AsNoTracking(), Row(string.IsNullOrWhiteSpace(filter.Q) ? Glance : Whole), page, cancellationToken, total);
        return string.IsNullOrWhiteSpace(filter.Q) ? found : found with { Rows = [.. found.Rows.Select(row => row with { Hit = HitIn(row, filter.Q) })] };
    }

    /// <summary>The first hits among the latest follow-ups.</summary>
    internal async Task<IReadOnlyList<VisitRow>> FindAsync(string typed, int size, Actor actor, CancellationToken cancellationToken)
    {
        // Who sees only a part may find the hits of others only in the latest blocks.
        var latest = actor.Sight == Sight.Company ? LatestBlocks : LatestBlocks * 4;
        var filter = await new VisitFilter { Q = typed, Latest = latest }.ReadyAsync(db, cancellationToken);
        var rows = await filter.Apply(db, actor, clock).AsNoTracking().OrderByDescending(v => v.At).ThenByDescending(v => v.Id).Take(size).Select(Row(Whole)).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => row with { Hit = HitIn(row, typed) });
    }

    public async Task<VisitCounts> CountAsync(Actor actor, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        var all = new VisitFilter().Apply(db, actor, clock);
        var (open, overdue) = (all.Where(v => v.OpenDueKey != null), all.Where(v => v.OpenDueKey < today));
        if (actor.Sight != Sight.Own)
        {
            // What is open is little of what was ever logged; in its own order it is walked instead of everything that a team has logged.
            (open, overdue) = (open.OrderBy(v => v.OpenDueKey), overdue.OrderBy(v => v.OpenDueKey));
        }

        return await db.Teams.Where(team => team.ParentId == null).OrderBy(team => team.Id).Take(1)
            .Select(_ => new VisitCounts(
                all.Take(Counting.MostOfTab + 1).Count(),
                open.Take(Counting.MostOfTab + 1).Count(),
                overdue.Take(Counting.MostOfTab + 1).Count()))
            .SingleAsync(cancellationToken);
    }

    /// <summary>People whose follow-ups the actor may see, for the filter.</summary>
    public async Task<IReadOnlyList<VisitForm.Choice>> VisitorsAsync(Actor actor, CancellationToken cancellationToken)
        => await db.KnownAsync(("visitors", actor.UserId, actor.SeesEverything), async () => await db.OwnersSeenBy(actor).AsNoTracking().OrderBy(user => user.DisplayName).Take(300)
            .Select(user => new VisitForm.Choice(user.Id, user.DisplayName)).ToListAsync(cancellationToken));

    private static Expression<Func<Visit, VisitRow>> Row(int length) => v => new VisitRow(
        v.Id, v.CustomerId, v.Customer!.Name, v.Customer.Grade, v.Contact!.Name, v.Opportunity!.Name, v.At, v.Method, v.IsInbound, v.Visitor!.DisplayName,
        v.Topic, v.Feedback!.Substring(0, length), v.Handling, v.DueOn, v.DueText, v.Result, v.NextOn, v.NextText, v.OpenDueKey != null)
    {
        IsConfidential = v.Customer.ConfidentialAt != null,
    };

    private static Snippet? HitIn(VisitRow row, string typed)
        => new[] { row.Feedback, row.Topic, row.Handling, row.Result, row.NextText }
            .Select(text => Snippet.In(text, typed)).FirstOrDefault(snippet => snippet is not null);
}
