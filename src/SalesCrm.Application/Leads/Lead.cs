using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Search;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Leads;

/// <summary>Somebody who may become a customer (线索). Converts at most once and stays counted.</summary>
internal sealed class Lead : IAudited, IVersioned, ISearchable, IDerivesKeys
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
    public string? Province { get; set; }
    public string? City { get; set; }
    public long? OwnerId { get; set; }
    public User? Owner { get; private set; }

    /// <summary>UTC; when somebody else, or a rule, gave it to its owner. Null while he took it himself.</summary>
    [NotAudited]
    public DateTime? AssignedAt { get; private set; }

    /// <summary>UTC instant of the latest entry of its own log.</summary>
    [NotAudited]
    public DateTime? LastContactAt { get; private set; }

    /// <summary>Scores 0 to the maximum that the scoring rule sets; null while not judged.</summary>
    public int? BudgetScore { get; set; }
    public int? UrgencyScore { get; set; }
    public int? AuthorityScore { get; set; }

    public LeadStatus Status { get; private set; } = LeadStatus.New;

    /// <summary>One of the admin's words; null only for what was given up before there were words.</summary>
    public long? DisqualifyReasonId { get; private set; }
    public DictionaryEntry? DisqualifyWord { get; private set; }

    /// <summary>What the word does not say.</summary>
    public string? DisqualifyReason { get; private set; }

    /// <summary>Why a manager let it pass although it misses a threshold.</summary>
    public string? OverrideReason { get; private set; }

    public DateOnly? NextFollowUpOn { get; set; }
    public string? NextFollowUpText { get; set; }

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

    public void DeriveKeys() => (CompanyKey, PhoneKey) = (Shared.Texts.NameKey.OfCompany(Company), Shared.Texts.PhoneKey.Of(Phone)?.Number);

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

    /// <summary>Gives it to somebody; to nobody when he is null.</summary>
    public void AssignTo(long? ownerId, DateTime now)
    {
        if (OwnerId != ownerId)
        {
            (OwnerId, AssignedAt) = (ownerId, ownerId is null ? null : now);
        }
    }

    /// <summary>Somebody got in touch; what comes next replaces what was planned. The first contact makes a new lead a worked one.</summary>
    public void Contacted(DateTime at, DateOnly? nextOn, string? nextText)
    {
        LastContactAt = LastContactAt > at ? LastContactAt : at;
        (NextFollowUpOn, NextFollowUpText) = (nextOn, nextText);
        Status = Status == LeadStatus.New ? LeadStatus.Working : Status;
    }

    /// <summary>Takes a new lead up, or puts a worked one that was never judged back.</summary>
    public void Work(bool isTakenUp) => Status = (Status, isTakenUp) switch
    {
        (LeadStatus.New, true) => LeadStatus.Working,
        (LeadStatus.Working, false) => LeadStatus.New,
        _ => Status,
    };

    /// <param name="reasonId">The word for it; null for a reason that only an import knew, in its own words.</param>
    /// <param name="note">What the word does not say.</param>
    public void Disqualify(long? reasonId, string? note) => (Status, DisqualifyReasonId, DisqualifyReason) = (LeadStatus.Disqualified, reasonId, note);

    public void Reopen(LeadScoring scoring)
    {
        (Status, DisqualifyReasonId, DisqualifyReason) = (LeadStatus.Working, null, null);
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
