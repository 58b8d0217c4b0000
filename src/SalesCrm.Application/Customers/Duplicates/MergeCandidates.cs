using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Search;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Customers.Duplicates;

/// <summary>Files that could go into another: those that look like it, or those that were searched for.</summary>
public sealed class MergeCandidates(CrmDbContext db)
{
    public sealed record Candidate(long Id, string Name, string Meta);

    public async Task<IReadOnlyList<Candidate>> FindAsync(long id, string? typed, Actor actor, CancellationToken cancellationToken)
    {
        var others = db.CustomersEditedBy(actor).AsNoTracking().Where(row => row.Id != id && row.MergedIntoId == null);
        if (string.IsNullOrWhiteSpace(typed))
        {
            var contacts = db.Contacts.Where(contact => contact.CustomerId == id && contact.ArchivedAt == null);
            var near = db.Contacts.Where(contact => contact.ArchivedAt == null && contact.CustomerId != id && contacts.Any(own =>
                (own.PhoneKey != null && (own.PhoneKey == contact.PhoneKey || own.PhoneKey == contact.MobileKey)) || (own.MobileKey != null && (own.MobileKey == contact.MobileKey || own.MobileKey == contact.PhoneKey))
                || (own.EmailKey != null && own.EmailKey == contact.EmailKey))).Select(contact => contact.CustomerId);
            var key = await db.Customers.Where(row => row.Id == id).Select(row => row.NameKey).SingleAsync(cancellationToken);
            others = others.Where(row => row.NameKey == key || near.Contains(row.Id));
        }
        else
        {
            others = others.Matching(db, SearchKind.Customer, typed);
        }

        return await others.OrderByDescending(row => row.LastFollowUpAt).ThenBy(row => row.Id).Take(20)
            .Select(row => new Candidate(row.Id, row.Name, row.Number + " · " + row.Owner!.DisplayName)).ToListAsync(cancellationToken);
    }
}
