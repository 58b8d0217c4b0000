using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Search;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Leads;

/// <summary>Somebody who may become a customer (线索). Converts at most once and stays counted.</summary>
internal sealed class Lead : IAudited, IVersioned, ISearchable
{
    public long Id { get; private set; }
    public required string Company { get; set; }

    [NotAudited]
    public required string CompanyKey { get; set; }

    public string? Person { get; set; }
    public string? Title { get; set; }
    public string? Phone { get; set; }
    public string? Email { get; set; }

    [NotAudited]
    public string? PhoneKey { get; set; }

    public long? SourceId { get; set; }
    public DictionaryEntry? Source { get; private set; }
    public string? Need { get; set; }
    public string? Campaign { get; set; }
    public long? OwnerId { get; set; }
    public User? Owner { get; private set; }

    /// <summary>Scores 0 to the maximum that the scoring rule sets; null while not judged.</summary>
    public int? BudgetScore { get; set; }
    public int? UrgencyScore { get; set; }
    public int? AuthorityScore { get; set; }

    public LeadStatus Status { get; private set; } = LeadStatus.New;
    public string? DisqualifyReason { get; private set; }

    /// <summary>Why a manager let it pass although it misses a threshold.</summary>
    public string? OverrideReason { get; private set; }

    public DateOnly? NextFollowUpOn { get; set; }

    /// <summary>The business day on which the lead counts.</summary>
    public DateOnly CreatedOn { get; init; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; init; }

    public long? CustomerId { get; private set; }
    public Customer? Customer { get; private set; }
    public long? OpportunityId { get; private set; }
    public Opportunity? Opportunity { get; private set; }
    public Guid Version { get; set; }

    [NotAudited]
    public string SearchKey { get; set; } = "";
    public SearchKind SearchKind => SearchKind.Lead;
    public IEnumerable<string?> SearchNames => [Company, Person];
    public IEnumerable<string?> SearchPhones => [Phone];

    /// <summary>An open lead is qualified exactly while its scores pass; the first judgement makes a new one a worked one.</summary>
    public void Judge(LeadScoring scoring)
    {
        if (Status is LeadStatus.Disqualified or LeadStatus.Converted)
        {
            return;
        }

        var isJudged = BudgetScore is not null || UrgencyScore is not null || AuthorityScore is not null;
        Status = LeadScore.Of(scoring, BudgetScore, UrgencyScore, AuthorityScore).IsQualified ? LeadStatus.Qualified
            : Status == LeadStatus.New && !isJudged ? LeadStatus.New : LeadStatus.Working;
    }

    public void Disqualify(string reason) => (Status, DisqualifyReason) = (LeadStatus.Disqualified, reason);

    public void Reopen(LeadScoring scoring)
    {
        (Status, DisqualifyReason) = (LeadStatus.Working, null);
        Judge(scoring);
    }

    /// <summary>Somebody is at it; for imports, which do not know the scores.</summary>
    public void Begin() => Status = Status == LeadStatus.New ? LeadStatus.Working : Status;

    /// <summary>It was converted before it was on file here, perhaps without an opportunity.</summary>
    public void WasConverted(long customerId, long? opportunityId) => (Status, CustomerId, OpportunityId) = (LeadStatus.Converted, customerId, opportunityId);

    public void Convert(Customer customer, Opportunity opportunity, string? overrideReason)
    {
        if (Status == LeadStatus.Converted)
        {
            throw new InvalidOperationException("A lead converts once.");
        }

        (Status, Customer, Opportunity, OverrideReason) = (LeadStatus.Converted, customer, opportunity, overrideReason);
    }
}
