using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Visits;

/// <summary>Something that the system asks a person to do for a customer, such as the after-sales follow-up of a delivery.</summary>
internal sealed class FollowUpTask : IAudited, IVersioned
{
    public long Id { get; private set; }
    public FollowUpTaskKind Kind { get; init; }
    public long CustomerId { get; init; }
    public Customer? Customer { get; init; }
    public long? OpportunityId { get; init; }
    public Opportunity? Opportunity { get; init; }
    public long? AssigneeId { get; set; }
    public User? Assignee { get; private set; }
    public DateOnly DueOn { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? DoneAt { get; set; }

    /// <summary>The follow-up that did it.</summary>
    public long? DoneByVisitId { get; set; }
    public Visit? DoneByVisit { get; set; }

    public Guid Version { get; set; }
}

public enum FollowUpTaskKind
{
    /// <summary>售后跟进, due three days after delivery.</summary>
    AfterSales = 1,
}
