using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Customers.Duplicates;

/// <summary>By what a file is found to be another one's duplicate: its levelled name, and the numbers and addresses of its contacts.</summary>
/// <param name="Name">Levelled.</param>
/// <param name="Phones">Levelled.</param>
/// <param name="Emails">Levelled.</param>
/// <param name="Near">Files whose names are one character away.</param>
internal sealed record DuplicateKeys(string Name, string[] Phones, string[] Emails, long[] Near)
{
    public bool IsEmpty => Name.Length + Phones.Length + Emails.Length == 0;

    /// <summary>Of what was typed.</summary>
    public static async Task<DuplicateKeys> OfAsync(CrmDbContext db, string? name, IEnumerable<string?> phones, IEnumerable<string?> emails, CancellationToken cancellationToken)
    {
        var key = NameKey.OfCompany(name);
        return new(
            key, [.. phones.Select(phone => PhoneKey.Of(phone)?.Number).OfType<string>().Distinct()], [.. emails.Select(EmailKey.Of).OfType<string>().Distinct()],
            await NearNames.FindAsync(db, key, cancellationToken));
    }

    /// <summary>Of a file that there is.</summary>
    public static async Task<DuplicateKeys> OfFileAsync(CrmDbContext db, long id, CancellationToken cancellationToken)
    {
        var name = await db.Customers.Where(row => row.Id == id).Select(row => row.NameKey).SingleAsync(cancellationToken);
        var contacts = await Current(db).Where(contact => contact.CustomerId == id).Select(contact => new { contact.PhoneKey, contact.MobileKey, contact.EmailKey }).ToListAsync(cancellationToken);
        return new(
            name, [.. contacts.SelectMany(contact => new[] { contact.PhoneKey, contact.MobileKey }).OfType<string>().Distinct()], [.. contacts.Select(contact => contact.EmailKey).OfType<string>().Distinct()],
            await NearNames.FindAsync(db, name, cancellationToken));
    }

    /// <summary>Customers with a contact of one of the numbers.</summary>
    public IQueryable<long> ByPhone(CrmDbContext db)
        => Current(db).Where(contact => Phones.Contains(contact.PhoneKey) || Phones.Contains(contact.MobileKey)).Select(contact => contact.CustomerId);

    /// <summary>Customers with a contact of one of the addresses.</summary>
    public IQueryable<long> ByEmail(CrmDbContext db) => Current(db).Where(contact => Emails.Contains(contact.EmailKey)).Select(contact => contact.CustomerId);

    /// <summary>Those of these customers that share the name, a number or an address, or almost the name.</summary>
    public IQueryable<Customer> Among(IQueryable<Customer> customers, CrmDbContext db)
    {
        var (byPhone, byEmail) = (ByPhone(db), ByEmail(db));
        return customers.Where(customer => (Name != "" && customer.NameKey == Name) || byPhone.Contains(customer.Id) || byEmail.Contains(customer.Id) || Near.Contains(customer.Id));
    }

    private static IQueryable<Contact> Current(CrmDbContext db) => db.Contacts.Where(contact => contact.ArchivedAt == null);
}
