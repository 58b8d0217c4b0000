using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Search;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Visits;

/// <summary>One contact with a customer (跟进, 回访), whatever the method.</summary>
internal sealed class Visit : IAudited, IVersioned, ISearchableText, IDerivesKeys
{
    internal static readonly DateOnly NoDue = new(9999, 12, 31);

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

    /// <summary>
    /// While a handling measure waits for its result, the day by which it is due, far in the future where none was set; null otherwise.
    /// Stored for the work lists.
    /// </summary>
    [NotAudited]
    public DateOnly? OpenDueKey
    {
        get => Result is null && (Handling is not null || DueOn is not null) && ArchivedAt is null ? DueOn ?? NoDue : null;
        private set => _ = value;
    }

    /// <summary>Topic, feedback, handling, result and plan as the search sees them, a line each; kept by <see cref="DeriveKeys"/>.</summary>
    [NotAudited]
    public string SearchText { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; init; }

    public DateTime? ArchivedAt { get; set; }
    public Guid Version { get; set; }

    /// <summary>Brings what the search reads up to date; after every change of a text.</summary>
    public void DeriveKeys()
        => SearchText = string.Join('\n', new[] { Topic, Feedback, Handling, Result, NextText }.Select(NameKey.Of).Where(key => key.Length > 0));
}
