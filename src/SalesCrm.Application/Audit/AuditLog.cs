using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Database;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Audit;

/// <summary>The audit trail of everything, for the admin. Read only: nothing in the product changes an entry.</summary>
public sealed class AuditLog(CrmDbContext db, CompanyClock clock, AuditChanges changes)
{
    /// <summary>Stands for changes that are not read; no JSON.</summary>
    private const string Closed = "-";

    private static readonly ListOrders<AuditEntry> Orders = new(new ListOrder<AuditEntry, long>("id", e => e.Id, e => e.Id));

    /// <summary>What narrows the trail; travels in the address.</summary>
    public sealed record Filter
    {
        public long? UserId { get; init; }
        public string? Subject { get; init; }
        public long? SubjectId { get; init; }
        public AuditAct? Act { get; init; }

        /// <summary>First day.</summary>
        public DateOnly? From { get; init; }

        /// <summary>Last day, which belongs to the period.</summary>
        public DateOnly? Until { get; init; }
    }

    /// <summary>One entry in words.</summary>
    /// <param name="Who">Null when the system itself acted.</param>
    public sealed record AuditRow(long Id, DateTime At, string? Who, AuditAct Act, string Subject, long SubjectId, IReadOnlyList<AuditChanges.Change> Changes)
    {
        /// <summary>Of a confidential customer that the reader may not open: that something was done is told, not what.</summary>
        public bool IsClosed { get; init; }
    }

    /// <summary>Newest first; empty for anybody but the admin.</summary>
    public async Task<Page<AuditRow>> ReadAsync(Filter filter, PageRequest page, Actor actor, CancellationToken cancellationToken)
        => actor.Role != Role.Admin ? new Page<AuditRow>([], null, null, 1, 0) : await PageAsync(Apply(filter), page, actor, cancellationToken);

    internal async Task<Page<AuditRow>> PageAsync(IQueryable<AuditEntry> entries, PageRequest page, Actor actor, CancellationToken cancellationToken)
    {
        var closed = db.ClosedTo(actor);
        // What belongs to an opportunity has no customer of its own; a lead became one after it was written.
        var opportunities = db.Opportunities.Where(o => closed.Contains(o.CustomerId));
        var milestones = db.Milestones.Where(m => opportunities.Any(o => o.Id == m.OpportunityId)).Select(m => m.Id);
        var rivals = db.Rivals.Where(r => opportunities.Any(o => o.Id == r.OpportunityId)).Select(r => r.Id);
        var moves = db.StageChanges.Where(c => opportunities.Any(o => o.Id == c.OpportunityId)).Select(c => c.Id);
        var leads = db.Leads.Where(l => l.CustomerId != null && closed.Contains(l.CustomerId.Value)).Select(l => l.Id);
        Expression<Func<AuditEntry, Stored>> row = e => new Stored(
            e.Id, e.At, db.Users.Where(user => user.Id == e.UserId).Select(user => user.DisplayName).FirstOrDefault(), e.Act, e.Subject, e.SubjectId,
            (e.CustomerId != null && closed.Contains(e.CustomerId.Value)) || (e.Subject == nameof(Lead) && leads.Contains(e.SubjectId))
                || (e.Subject == nameof(Milestone) && milestones.Contains(e.SubjectId)) || (e.Subject == nameof(Rival) && rivals.Contains(e.SubjectId)) || (e.Subject == nameof(StageChange) && moves.Contains(e.SubjectId)) ? Closed : e.Changes);
        var found = await Orders.Named(null).ReadAsync(entries.AsNoTracking(), row, page with { Sort = null, Descending = true }, cancellationToken);
        var words = await changes.ReadAsync([.. found.Rows.Select(e => (e.Subject, e.Changes == Closed ? null : e.Changes))], actor, cancellationToken);
        return new Page<AuditRow>(
            [.. found.Rows.Zip(words, (e, said) => new AuditRow(e.Id, e.At, e.Who, e.Act, e.Subject, e.SubjectId, said) { IsClosed = e.Changes == Closed })], found.Previous, found.Next, found.First, found.Total);
    }

    private IQueryable<AuditEntry> Apply(Filter filter)
    {
        IQueryable<AuditEntry> entries = db.AuditEntries;
        if (filter.UserId is { } user)
        {
            entries = entries.Where(entry => entry.UserId == user);
        }

        if (!string.IsNullOrEmpty(filter.Subject))
        {
            entries = entries.Where(entry => entry.Subject == filter.Subject);
        }

        if (filter.SubjectId is { } id)
        {
            entries = entries.Where(entry => entry.SubjectId == id);
        }

        if (filter.Act is { } act)
        {
            entries = entries.Where(entry => entry.Act == act);
        }

        if (filter.From is { } first && BusinessDates.Has(first))
        {
            var start = clock.StartOf(first);
            entries = entries.Where(entry => entry.At >= start);
        }

        if (filter.Until is { } last && BusinessDates.Has(last))
        {
            var end = clock.StartOf(last.AddDays(1));
            entries = entries.Where(entry => entry.At < end);
        }

        return entries;
    }

    private sealed record Stored(long Id, DateTime At, string? Who, AuditAct Act, string Subject, long SubjectId, string? Changes);
}
