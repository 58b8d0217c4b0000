using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Values;

namespace SalesCrm.Application.Imports.Kinds;

/// <summary>Finds the person of a cell among a customer's contacts, or adds him; a second person never overwrites the first.</summary>
internal static class ContactMatch
{
    /// <summary>What a company's own number stands under: it belongs to nobody, and no person is made up for it.</summary>
    public const string Switchboard = "总机";

    public static Contact? Find(IEnumerable<Contact> contacts, string? name, string? phone, string? email)
    {
        var standing = contacts.Where(contact => contact.ArchivedAt is null).ToList();
        var key = NameKey.Of(name);
        return key.Length > 0
            ? standing.Find(contact => NameKey.Of(contact.Name) == key && (phone is null || IsSame(contact, phone, email) || !HasReach(contact)))
                ?? standing.Find(contact => NameKey.Of(contact.Name) == key)
                ?? standing.Find(contact => contact.Name.Length == 0 && IsSame(contact, phone, email))
            : standing.Find(contact => IsSame(contact, phone, email));
    }

    /// <summary>What a row says of a person.</summary>
    /// <param name="Whole">All of it, for a person who is new.</param>
    /// <param name="Mine">What it brings to one who is on file.</param>
    /// <param name="Was">What stood there when it was downloaded; it tells who is meant whatever was edited since.</param>
    public readonly record struct Said(ContactCell Whole, ContactCell Mine, ContactCell Was);

    /// <summary>The cell 姓名/职位/电话/邮箱 put into the contacts of a customer. The contact when the customer got a new one.</summary>
    /// <param name="row">The row.</param>
    /// <param name="edit">Its changes.</param>
    /// <param name="customer">Whose contacts they are.</param>
    /// <param name="said">The cell.</param>
    /// <param name="besideMobile">A second number, where the cell's is a mobile.</param>
    public static Contact? Take(ImportRow row, RowEdit edit, Customer customer, Said said, string? besideMobile = null)
    {
        var (cell, mine) = (said.Whole, said.Mine);
        var (name, phone, email) = (Clean(cell.Name), Open(row, Clean(cell.Phone)), Open(row, Clean(cell.Email)));
        var isSwitchboard = name is null && Clean(cell.Title) is null && PhoneKey.Of(phone) is { IsMobile: false };
        var found = FindDownloaded(customer.Contacts, name, said.Was) ?? Find(customer.Contacts, name, phone, email) ?? (isSwitchboard ? Find(customer.Contacts, Switchboard, phone, email) : null);
        var contact = found ?? new Contact
        {
            Customer = customer,
            CustomerId = customer.Id,
            Name = name ?? (isSwitchboard ? Switchboard : ""),
            IsPrimary = !isSwitchboard && !customer.Contacts.Any(other => other.IsPrimary && other.ArchivedAt is null),
        };
        if (found is not null)
        {
            (cell, name) = (mine, Clean(mine.Name));
            (phone, email) = (mine.Phone is null ? null : phone, mine.Email is null ? null : email);
        }

        edit.Set("联系人姓名", found?.Name, name, value => contact.Name = value);
        edit.Set("职位", found?.Title, Clean(cell.Title), title => contact.Title = title);
        SetPhone(edit, found, contact, phone);
        edit.Set("电话", found?.Phone, besideMobile, value => contact.Phone = value);
        edit.Set("邮箱", found?.Email, email, value => contact.Email = value);
        contact.DeriveKeys();
        if (found is not null)
        {
            return null;
        }

        if (isSwitchboard)
        {
            row.Note(new Text("电话没有写联系人，记为“{0}”", Switchboard));
        }
        else if (contact.Name.Length == 0)
        {
            row.Note("联系人缺姓名，待补");
        }

        edit.Changed("联系人", null, cell.ToCell());
        return contact;
    }

    /// <summary>The person of a downloaded cell: by the name, and as long as that was not edited by the number or address of then. Another name is another person.</summary>
    private static Contact? FindDownloaded(ICollection<Contact> contacts, string? name, ContactCell was)
    {
        var (phone, email) = (Told(was.Phone), Told(was.Email));
        return phone is null && email is null ? null
            : Find(contacts, name, phone, email) ?? (NameKey.Of(name) == NameKey.Of(was.Name) ? Find(contacts, null, phone, email) : null);

        static string? Told(string? value) => Clean(value) is { } told && !IsMasked(told) ? told : null;
    }

    public static void SetPhone(RowEdit edit, Contact? before, Contact contact, string? phone)
    {
        if (phone is null || (before is not null && (before.Phone == phone || before.Mobile == phone)))
        {
            return;
        }

        if (PhoneKey.Of(phone)?.IsMobile == true)
        {
            edit.Set("手机", before?.Mobile, phone, value => contact.Mobile = value);
        }
        else
        {
            edit.Set("电话", before?.Phone, phone, value => contact.Phone = value);
        }
    }

    /// <summary>What was masked when it was exported says nothing; what is on file stays.</summary>
    public static string? Open(ImportRow row, string? value)
    {
        if (value is null || !IsMasked(value))
        {
            return value;
        }

        row.Note("打码的电话或邮箱未采用，保留原有内容");
        return null;
    }

    public static bool IsMasked(string value) => value.Contains("***", StringComparison.Ordinal);

    private static string? Clean(string? part) => CleanText.Line(part);

    private static bool HasReach(Contact contact) => contact.Phone is not null || contact.Mobile is not null || contact.Email is not null;

    private static bool IsSame(Contact contact, string? phone, string? email)
    {
        var key = PhoneKey.Of(phone)?.Number;
        return (phone is not null && (contact.Phone == phone || contact.Mobile == phone || (key is not null && (contact.PhoneKey == key || contact.MobileKey == key))))
            || (email is not null && (contact.Email == email || (EmailKey.Of(email) is { } address && contact.EmailKey == address)));
    }
}
