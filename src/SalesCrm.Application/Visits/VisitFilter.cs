using SalesCrm.Application.Database;
using SalesCrm.Application.Search;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Visits;

/// <summary>What narrows the list of follow-ups; travels in the address, and serves list, export and counts alike.</summary>
public sealed record VisitFilter
{
    public const string Open = "open";
    public const string Overdue = "overdue";
    public const string Archived = "archived";

    /// <summary>Text inside topic, feedback, handling, result or plan, in either script.</summary>
    public string? Q { get; init; }

    /// <summary><see cref="Open"/> (待确认), <see cref="Overdue"/>, <see cref="Archived"/>, or all that are not archived.</summary>
    public string? View { get; init; }

    public VisitMethod? Method { get; init; }
    public long? VisitorId { get; init; }
    public long? CustomerId { get; init; }

    /// <summary>First day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, which belongs to the period.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What <see cref="Q"/> may stand for; found by <see cref="ReadyAsync"/>.</summary>
    internal TextTerms? Terms { get; init; }

    /// <summary>Looks only into so many of the latest blocks that may hold a hit: the search of the top bar must not grow with the log.</summary>
    internal int? Latest { get; init; }

    /// <summary>What is searched for stands in so many follow-ups that each one on the way is compared.</summary>
    internal bool IsCommon { get; init; }

    /// <summary>The filter with what was typed translated; before <see cref="Apply"/>.</summary>
    internal async Task<VisitFilter> ReadyAsync(CrmDbContext db, CancellationToken cancellationToken)
        => string.IsNullOrWhiteSpace(Q) ? this : this with { Terms = await TextTerms.OfAsync(db, Q, cancellationToken) };

    internal IQueryable<Visit> Apply(CrmDbContext db, Actor actor, CompanyClock clock)
    {
        // The follow-ups of one customer, of one person or of a small part of the company are fewer than the blocks in which a common word stands;
        // on the way through blocks each follow-up is asked whether it may be seen, for their sight must not be listed for every block.
        var isSearch = !string.IsNullOrWhiteSpace(Q);
        var isCompared = IsCommon || (Latest is null && (CustomerId is not null || VisitorId is not null || actor.SeesFew));
        var visits = db.VisitsOf(CustomerId is not null || (isSearch && !isCompared) ? actor.ForOne : actor).Where(visit => View == Archived ? visit.ArchivedAt != null : visit.ArchivedAt == null);
        if (isSearch)
        {
            var terms = Terms ?? throw new InvalidOperationException("What was typed has not been translated.");
            visits = isCompared ? terms.Compared(visits) : terms.Narrow(visits, db, Latest);
        }

        if (Method is { } method)
        {
            visits = visits.Where(visit => visit.Method == method);
        }

        if (VisitorId is { } visitor)
        {
            visits = visits.Where(visit => visit.VisitorId == visitor);
        }

        if (CustomerId is { } customer)
        {
            visits = visits.Where(visit => visit.CustomerId == customer);
        }

        if (From is { } first && BusinessDates.Has(first))
        {
            var start = clock.StartOf(first);
            visits = visits.Where(visit => visit.At >= start);
        }

        if (Until is { } last && BusinessDates.Has(last))
        {
            var end = clock.StartOf(last.AddDays(1));
            visits = visits.Where(visit => visit.At < end);
        }

        var today = clock.Today;
        return View switch
        {
            Open => visits.Where(visit => visit.OpenDueKey != null),
            Overdue => visits.Where(visit => visit.OpenDueKey < today),
            _ => visits,
        };
    }
}
