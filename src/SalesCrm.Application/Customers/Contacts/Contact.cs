using SalesCrm.Application.Database;
using SalesCrm.Application.Search;

namespace SalesCrm.Application.Customers.Contacts;

/// <summary>A person at a customer. The name may be empty after an import that did not know it.</summary>
internal sealed class Contact : IAudited, IVersioned, ISearchable, IDerivesKeys
{
    public long Id { get; private set; }
    public long CustomerId { get; init; }
    public Customer? Customer { get; init; }
    public required string Name { get; set; }
    public string? Title { get; set; }
    public string? Phone { get; set; }
    public string? Mobile { get; set; }
    public string? Email { get; set; }
    public string? WeChat { get; set; }
    public ContactRole? Role { get; set; }
    public string? Attitude { get; set; }
    public DateOnly? Birthday { get; set; }
    public string? Preferences { get; set; }
    public bool IsPrimary { get; set; }
    public DateTime? ArchivedAt { get; set; }

    /// <summary>Phone and mobile as the duplicate check sees them: digits only, without the country code.</summary>
    [NotAudited]
    public string? PhoneKey { get; set; }

    [NotAudited]
    public string? MobileKey { get; set; }

    /// <summary>E-mail in lower case.</summary>
    [NotAudited]
    public string? EmailKey { get; set; }

    /// <summary>The domain of the e-mail where it is the company's own.</summary>
    [NotAudited]
    public string? DomainKey { get; private set; }

    public Guid Version { get; set; }

    /// <summary>Says how the person is reached; texts as typed, cleaned.</summary>
    public void Reach(string? title, string? phone, string? email)
    {
        Title = title;
        var key = Shared.Texts.PhoneKey.Of(phone);
        (Mobile, Phone) = key?.IsMobile == true ? (phone, Phone) : (Mobile, phone ?? Phone);
        Email = email;
        DeriveKeys();
    }

    /// <summary>Brings the keys of the duplicate check up to date; after every change of phone, mobile or e-mail.</summary>
    public void DeriveKeys()
    {
        PhoneKey = Shared.Texts.PhoneKey.Of(Phone)?.Number;
        MobileKey = Shared.Texts.PhoneKey.Of(Mobile)?.Number;
        EmailKey = Shared.Texts.EmailKey.Of(Email);
        DomainKey = Shared.Texts.EmailKey.CompanyDomainOf(Email);
    }

    [NotAudited]
    public string SearchKey { get; set; } = "";
    public SearchKind SearchKind => SearchKind.Contact;
    public SearchKind PhoneKind => SearchKind.ContactPhone;
    public IEnumerable<string?> SearchNames => [Name];
    public IEnumerable<string?> SearchPhones => [Phone, Mobile];
}
