using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Deals;

/// <summary>A sale that was made (成交); the source of every purchase figure.</summary>
internal sealed class Deal : IAudited, IVersioned
{
    public long Id { get; private set; }

    /// <summary>The number of the opportunity behind it, or <c>CJ</c> + date + sequence. Deals are ordered by date, then by number (ordinal).</summary>
    public required string Number { get; init; }

    public long CustomerId { get; init; }
    public Customer? Customer { get; init; }
    public long? OpportunityId { get; init; }
    public Opportunity? Opportunity { get; init; }
    public long? OwnerId { get; set; }
    public User? Owner { get; private set; }
    public long? ProductId { get; set; }
    public Product? Product { get; private set; }
    public DateOnly On { get; set; }

    /// <summary>Yuan.</summary>
    public decimal Amount { get; set; }

    /// <summary>Yuan, when known.</summary>
    public decimal? Cost { get; set; }

    public DateOnly? DeliveryOn { get; set; }

    /// <summary>Sales channel (渠道) such as 直销.</summary>
    public string? Channel { get; set; }

    public string? Remark { get; set; }

    /// <summary>1 for the customer's first deal ever, by date, then number; kept with every change of his deals.</summary>
    [NotAudited]
    public int Ordinal { get; set; }

    /// <summary>Day of the deal before it in that order; null for the first. Earlier than a period's first day, it says that this deal is the customer's first there.</summary>
    [NotAudited]
    public DateOnly? PreviousOn { get; set; }

    /// <summary>Day of the deal after it in that order; null for the latest.</summary>
    [NotAudited]
    public DateOnly? NextOn { get; set; }

    /// <summary>
    /// Days from the identification of the opportunity behind it (the first contact if that is earlier) to the deal; null when unknown.
    /// </summary>
    [NotAudited]
    public int? SalesDays { get; set; }

    public DateTime? ArchivedAt { get; set; }
    public Guid Version { get; set; }
}
