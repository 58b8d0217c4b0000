using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;

namespace SalesCrm.Application.Audit;

/// <summary>Who changed one record, for everybody who may see that record.</summary>
public sealed class RecordHistory(CrmDbContext db, AuditLog log)
{
    /// <param name="Subject">As the trail writes it.</param>
    /// <param name="Title">What the record is called.</param>
    /// <param name="Back">Its page.</param>
    public sealed record History(string Subject, string Title, string Back, Page<AuditLog.AuditRow> Entries);

    /// <param name="subject">As in addresses: <c>customer</c>, <c>contact</c>, <c>opportunity</c>, <c>deal</c>, <c>visit</c>, <c>lead</c>, <c>competitor</c>.</param>
    /// <param name="id">The record.</param>
    /// <param name="page">Which page.</param>
    /// <param name="actor">Who asks; null comes back where he may not see the record.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<History?> ReadAsync(string subject, long id, PageRequest page, Actor actor, CancellationToken cancellationToken)
    {
        if (db.PlacesOf(subject, actor) is not { } places || await places.SingleOrDefaultAsync(place => place.Id == id, cancellationToken) is not { } found)
        {
            return null;
        }

        // The whole file belongs to those who see all of it; others see what happened to the customer himself.
        var entries = found.Subject == nameof(Customer) && await db.CustomersWhollySeenBy(actor).AnyAsync(customer => customer.Id == id, cancellationToken)
            ? db.AuditEntries.Where(entry => entry.CustomerId == id)
            : db.AuditEntries.Where(entry => entry.Subject == found.Subject && entry.SubjectId == id);
        var unseen = (await db.AllFieldsAsync(cancellationToken)).Where(field => !field.Roles.Include(actor.Role)).Select(field => field.Id).ToList();
        if (unseen.Count > 0)
        {
            entries = entries.Where(entry => entry.FieldId == null || !unseen.Contains(entry.FieldId.Value));
        }

        return new History(found.Subject, found.Name, found.Href, await log.PageAsync(entries, page, actor, cancellationToken));
    }

    /// <summary>What was changed last, for who wanted to change the same; null where nothing is known or he may not see it.</summary>
    public async Task<AuditLog.AuditRow?> LatestAsync(string subject, long id, Actor actor, CancellationToken cancellationToken)
        => await ReadAsync(subject, id, new PageRequest(null, true, null, 1), actor, cancellationToken) is { Entries.Rows: [var latest, ..] } ? latest : null;
}
