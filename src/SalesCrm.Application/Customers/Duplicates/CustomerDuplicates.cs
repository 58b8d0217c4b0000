using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Customers.Duplicates;

/// <summary>
/// Files that may be the same company: same name once width, case, script, spaces and legal suffix are levelled, or a contact with the same
/// phone or e-mail. Of a file outside the reader's scope only its existence is told, and whom to ask.
/// </summary>
public sealed class CustomerDuplicates(CrmDbContext db)
{
    /// <summary>A possible duplicate; <paramref name="Id"/> and <paramref name="Name"/> are null outside the reader's scope.</summary>
    public sealed record DuplicateRow(long? Id, string? Name, string? OwnerName, DateTime? LastFollowUpAt, bool SameName, bool SamePhone, bool SameEmail, bool IsConfidential = false);

    public async Task<IReadOnlyList<DuplicateRow>> FindAsync(string? name, IEnumerable<string?> phones, IEnumerable<string?> emails, long? exceptId, Actor actor, CancellationToken cancellationToken)
    {
        var nameKey = NameKey.OfCompany(name);
        var phoneKeys = phones.Select(phone => PhoneKey.Of(phone)?.Number).OfType<string>().Distinct().ToArray();
        var emailKeys = emails.Select(EmailKey.Of).OfType<string>().Distinct().ToArray();
        if (nameKey.Length == 0 && phoneKeys.Length == 0 && emailKeys.Length == 0)
        {
            return [];
        }

        var byPhone = db.Contacts.Where(contact => contact.ArchivedAt == null && (phoneKeys.Contains(contact.PhoneKey) || phoneKeys.Contains(contact.MobileKey))).Select(contact => contact.CustomerId);
        var byEmail = db.Contacts.Where(contact => contact.ArchivedAt == null && emailKeys.Contains(contact.EmailKey)).Select(contact => contact.CustomerId);
        var visible = db.CustomersOf(actor).Select(customer => customer.Id);
        var rows = await db.Customers
            .Where(customer => customer.Id != exceptId && customer.ArchivedAt == null)
            .Where(customer => (nameKey != "" && customer.NameKey == nameKey) || byPhone.Contains(customer.Id) || byEmail.Contains(customer.Id))
            .OrderBy(customer => customer.Id)
            .Take(20)
            .Select(customer => new
            {
                customer.Id,
                customer.Name,
                IsConfidential = customer.ConfidentialAt != null,
                Owner = customer.Owner!.DisplayName,
                customer.LastFollowUpAt,
                Visible = visible.Contains(customer.Id),
                SameName = nameKey != "" && customer.NameKey == nameKey,
                SamePhone = byPhone.Contains(customer.Id),
                SameEmail = byEmail.Contains(customer.Id),
            })
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(row => row.Visible
            ? new DuplicateRow(row.Id, row.Name, row.Owner, row.LastFollowUpAt, row.SameName, row.SamePhone, row.SameEmail, row.IsConfidential)
            : new DuplicateRow(null, null, row.Owner, null, row.SameName, row.SamePhone, row.SameEmail));
    }
}
