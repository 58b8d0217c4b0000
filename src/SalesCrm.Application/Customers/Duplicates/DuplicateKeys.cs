using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Customers.Duplicates;

/// <summary>By what a file is found to be another one's duplicate: its levelled name, and the numbers and addresses of its contacts.</summary>
internal sealed record DuplicateKeys(string Name, string[] Phones, string[] Emails)
{
    public bool IsEmpty => Name.Length + Phones.Length + Emails.Length == 0;

    /// <summary>Of what was typed.</summary>
    public static DuplicateKeys Of(string? name, IEnumerable<string?> phones, IEnumerable<string?> emails) => new(
        NameKey.OfCompany(name), [.. phones.Select(phone => PhoneKey.Of(phone)?.Number).OfType<string>().Distinct()], [.. emails.Select(EmailKey.Of).OfType<string>().Distinct()]);

    /// <summary>Of a file that there is.</summary>
    public static async Task<DuplicateKeys> OfFileAsync(CrmDbContext db, long id, CancellationToken cancellationToken)
    {
        var name = await db.Customers.Where(row => row.Id == id).Select(row => row.NameKey).SingleAsync(cancellationToken);
        var contacts = await Current(db).Where(contact => contact.CustomerId == id).Select(contact => new { contact.PhoneKey, contact.MobileKey, contact.EmailKey }).ToListAsync(cancellationToken);
        return new(
            name, [.. contacts.SelectMany(contact => new[] { contact.PhoneKey, contact.MobileKey }).OfType<string>().Distinct()], [.. contacts.Select(contact => contact.EmailKey).OfType<string>().Distinct()]);
    }

    /// <summary>Customers with a contact of one of the numbers.</summary>
    public IQueryable<long> ByPhone(CrmDbContext db)
        => Current(db).Where(contact => Phones.Contains(contact.PhoneKey) || Phones.Contains(contact.MobileKey)).Select(contact => contact.CustomerId);

    /// <summary>Customers with a contact of one of the addresses.</summary>
    public IQueryable<long> ByEmail(CrmDbContext db) => Current(db).Where(contact => Emails.Contains(contact.EmailKey)).Select(contact => contact.CustomerId);

    /// <summary>Those of these customers that share the name, a number or an address.</summary>
    public IQueryable<Customer> Among(IQueryable<Customer> customers, CrmDbContext db)
    {
        var (byPhone, byEmail) = (ByPhone(db), ByEmail(db));
        return customers.Where(customer => (Name != "" && customer.NameKey == Name) || byPhone.Contains(customer.Id) || byEmail.Contains(customer.Id));
    }

    private static IQueryable<Contact> Current(CrmDbContext db) => db.Contacts.Where(contact => contact.ArchivedAt == null);
}
