using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Visits;

/// <summary>One contact with a customer (跟进, 回访), whatever the method.</summary>
internal sealed class Visit : IAudited, IVersioned
{
    public long Id { get; private set; }
    public long CustomerId { get; init; }
    public Customer? Customer { get; init; }
    public long? ContactId { get; set; }
    public Contact? Contact { get; private set; }
    public long? OpportunityId { get; set; }
    public Opportunity? Opportunity { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>The business day of <see cref="At"/> in the company's time zone.</summary>
    public DateOnly On { get; set; }

    public VisitMethod Method { get; set; }

    /// <summary>The customer contacted us.</summary>
    public bool IsInbound { get; set; }

    public long VisitorId { get; set; }
    public User? Visitor { get; private set; }
    public string? Topic { get; set; }
    public string? Feedback { get; set; }

    /// <summary>What is to be done about it (处理措施); with a due date it is an open task until its result is confirmed.</summary>
    public string? Handling { get; set; }

    public DateOnly? DueOn { get; set; }

    /// <summary>The due date as an import wrote it (<c>3月20日</c>).</summary>
    public string? DueText { get; set; }

    /// <summary>结果确认</summary>
    public string? Result { get; set; }

    public DateOnly? NextOn { get; set; }
    public string? NextText { get; set; }

    /// <summary>Topic, feedback, handling and plan as the search sees them: one script, one width, lower case.</summary>
    [NotAudited]
    public string SearchText { get; set; } = "";

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; init; }

    public DateTime? ArchivedAt { get; set; }
    public Guid Version { get; set; }
}
