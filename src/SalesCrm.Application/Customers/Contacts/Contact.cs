using SalesCrm.Application.Database;

namespace SalesCrm.Application.Customers.Contacts;

/// <summary>A person at a customer. The name may be empty after an import that did not know it.</summary>
internal sealed class Contact : IAudited, IVersioned
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

    public Guid Version { get; set; }
}
