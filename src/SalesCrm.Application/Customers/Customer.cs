using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Database;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Search;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Customers;

/// <summary>A customer's file (客户档案).</summary>
internal sealed class Customer : IAudited, IVersioned, ISearchable, IDerivesKeys
{
    private static readonly DateOnly NoDue = new(9999, 12, 31);

    private Customer()
    {
    }

    public Customer(string number, DateTime createdAt, long? createdById)
    {
        Number = number;
        CreatedAt = createdAt;
        HeldSince = createdAt;
        CreatedById = createdById;
    }

    public long Id { get; private set; }

    /// <summary><c>KH</c> + year and month + sequence.</summary>
    public string Number { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>The name as the duplicate check sees it: width, case, script, spaces and legal suffix levelled.</summary>
    [NotAudited]
    public string NameKey { get; private set; } = "";

    public string? ShortName { get; set; }
    public long? IndustryId { get; set; }
    public DictionaryEntry? Industry { get; private set; }
    public long? SourceId { get; set; }
    public DictionaryEntry? Source { get; private set; }
    public long? CompanySizeId { get; set; }
    public DictionaryEntry? CompanySize { get; private set; }
    public string? Province { get; set; }
    public string? City { get; set; }
    public string? Address { get; set; }
    public string? Website { get; set; }
    public long? ReferredById { get; set; }
    public Customer? ReferredBy { get; private set; }

    /// <summary>The rep who looks after the customer; nobody while it is in the public pool.</summary>
    public long? OwnerId { get; private set; }
    public User? Owner { get; private set; }

    /// <summary>UTC; since when he has been the present owner's, or in the public pool. Kept by every save.</summary>
    [NotAudited]
    public DateTime HeldSince { get; private set; }

    /// <summary>Whose he was, while he is in the public pool.</summary>
    public long? FormerOwnerId { get; private set; }
    public User? FormerOwner { get; private set; }

    /// <summary>He does not fall into the public pool before this day; set at most once for each owner.</summary>
    public DateOnly? DeferredUntil { get; private set; }
    public string? DeferralReason { get; private set; }

    public string? Need { get; set; }
    public NeedStage? NeedStage { get; set; }

    /// <summary>Yuan.</summary>
    public decimal? Budget { get; set; }

    /// <summary>How many the customer wants, as far as known.</summary>
    public int? NeedQuantity { get; set; }

    /// <summary>How urgent the need is, 0–10, as a person judges it.</summary>
    public int? Urgency { get; set; }

    public string? ProductPreference { get; set; }
    public string? DecisionProcess { get; set; }

    /// <summary>Null only after an import that did not know it; shown as to be completed.</summary>
    public DateOnly? FirstContactOn { get; set; }

    /// <summary>The next step (下次跟进计划); cleared by the follow-up that carries it out.</summary>
    public DateOnly? NextFollowUpOn { get; private set; }
    public string? NextFollowUpText { get; private set; }

    /// <summary>The next step's day for ordering, far in the future where there is none, so that those come last.</summary>
    [NotAudited]
    public DateOnly DueKey { get; private set; } = NoDue;

    public ReferralPotential? ReferralPotential { get; set; }

    /// <summary>Whether the need is stable (需求稳定); judged by a person.</summary>
    public bool? IsDemandStable { get; set; }

    /// <summary>How the two sides deal with each other, as a person confirmed it.</summary>
    public RelationshipType? Relationship { get; private set; }
    public string? RelationshipReason { get; private set; }
    public DateOnly? RelationshipOn { get; private set; }

    /// <summary>How promising his trade is (行业潜力), of 100, as a person judges it.</summary>
    public int? IndustryPotential { get; private set; }

    /// <summary>How much his size lets one expect (规模潜力), of 100.</summary>
    public int? SizePotential { get; private set; }

    /// <summary>How he develops (发展潜力), of 100.</summary>
    public int? GrowthPotential { get; private set; }

    /// <summary>The mean of the three, as soon as all of them are judged.</summary>
    [NotAudited]
    public decimal? Potential { get; private set; }

    public string? Remark { get; set; }

    /// <summary>UTC; since when the file is 机密: open only to its owner, his managers and those named as members.</summary>
    public DateTime? ConfidentialAt { get; private set; }

    /// <summary>Why it was closed or, later, disclosed.</summary>
    public string? ConfidentialReason { get; private set; }

    /// <summary>Why a second file of the same name was wanted.</summary>
    public string? DuplicateReason { get; set; }

    public DateTime? ArchivedAt { get; private set; }

    /// <summary>The file into which this one was merged; it is archived then.</summary>
    public long? MergedIntoId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; private set; }
    public long? CreatedById { get; private set; }

    /// <summary>UTC; when a person last changed or confirmed the file.</summary>
    [Retraced(IsOnlyBeside = true)]
    public DateTime? ConfirmedAt { get; set; }

    public Guid Version { get; set; }

    [NotAudited]
    public string SearchKey { get; set; } = "";
    public SearchKind SearchKind => SearchKind.Customer;
    public IEnumerable<string?> SearchNames => [Name, ShortName, Number];

    /// <summary>The grade that counts: the override while it lasts, otherwise the calculated one.</summary>
    public Grade Grade { get; private set; } = Grade.D;
    public Grade CalculatedGrade { get; private set; } = Grade.D;
    public Grade? OverrideGrade { get; private set; }
    public string? OverrideReason { get; private set; }

    /// <summary>Last day on which the override counts; null for as long as nobody takes it back.</summary>
    public DateOnly? OverrideUntil { get; private set; }
    public long? OverrideById { get; private set; }

    // Figures that many pages show, kept beside the file in the transaction of whatever changes them.
    // The check command computes each a second time from the log and the deals.

    /// <summary>UTC instant of the latest follow-up.</summary>
    [NotAudited]
    public DateTime? LastFollowUpAt { get; set; }

    [NotAudited]
    public int OpenOpportunityCount { get; set; }
    [NotAudited]
    public int DealCount { get; set; }

    /// <summary>Yuan, all deals ever.</summary>
    [NotAudited]
    public decimal DealTotal { get; set; }

    [NotAudited]
    public DateOnly? FirstDealOn { get; set; }
    [NotAudited]
    public DateOnly? LastDealOn { get; set; }

    /// <summary>Yuan, deals of the twelve months up to <see cref="AsOf"/>.</summary>
    [NotAudited]
    public decimal AnnualAmount { get; set; }

    /// <summary>Deals in the twelve months up to <see cref="AsOf"/>.</summary>
    [NotAudited]
    public int AnnualDealCount { get; set; }

    /// <summary>The day for which the rolling figures and the lifecycle type were computed.</summary>
    [NotAudited]
    public DateOnly? AsOf { get; set; }

    [Retraced]
    public LifecycleType Lifecycle { get; private set; } = LifecycleType.Potential;

    /// <summary>Since when he is of this type; null for who never bought.</summary>
    [Retraced]
    public DateOnly? LifecycleSince { get; private set; }

    /// <summary>Mean of his latest answer to a satisfaction survey.</summary>
    [NotAudited]
    public decimal? SurveyScore { get; set; }

    [NotAudited]
    public DateOnly? SurveyOn { get; set; }

    /// <summary>How many of those whom he referred have bought.</summary>
    [NotAudited]
    public int BuyingReferrals { get; set; }

    /// <summary>Purchase history that an import declared for a customer whose deals are not on file; never mixed into sums.</summary>
    public DateOnly? DeclaredLastDealOn { get; set; }

    /// <summary>Yuan.</summary>
    public decimal? DeclaredAmount { get; set; }

    public int? DeclaredDealCount { get; set; }

    /// <summary>The grade in the words of the table that an import read (<c>VIP</c>); written back while they still mean the same grade.</summary>
    public string? GradeWords { get; set; }

    public ICollection<Contact> Contacts { get; } = [];
    public ICollection<CustomerMember> Members { get; } = [];
    public ICollection<CustomerEvent> Events { get; } = [];

    public void Rename(string name, string nameKey)
    {
        Name = name;
        NameKey = nameKey;
    }

    public void DeriveKeys() => (NameKey, DueKey, Potential) = (
        Shared.Texts.NameKey.OfCompany(Name), NextFollowUpOn ?? NoDue,
        IndustryPotential + SizePotential + GrowthPotential is { } sum ? decimal.Round(sum / 3m, 2, MidpointRounding.AwayFromZero) : null);

    public void JudgePotential(int? industry, int? size, int? growth)
    {
        (IndustryPotential, SizePotential, GrowthPotential) = (industry, size, growth);
        DeriveKeys();
    }

    /// <summary>He is of his type again since the day since which he was before.</summary>
    public void LiveSince(DateOnly since) => LifecycleSince = since;

    /// <summary>Takes the type that follows from his figures on <paramref name="asOf"/>.</summary>
    public void Live(LifecycleRules rules, DateOnly asOf)
        => (Lifecycle, LifecycleSince) = rules.StateOf(LifecycleSigns.Of(this), new(Lifecycle, LifecycleSince), asOf);

    public void AssignTo(long? ownerId) => OwnerId = ownerId;

    public void Defer(DateOnly until, string reason) => (DeferredUntil, DeferralReason) = (until, reason);

    public void Archive(DateTime now) => ArchivedAt ??= now;

    public void Restore() => ArchivedAt = null;

    public void Close(string reason, DateTime now) => (ConfidentialAt, ConfidentialReason) = (ConfidentialAt ?? now, reason);

    public void Disclose(string reason) => (ConfidentialAt, ConfidentialReason) = (null, reason);

    public void MergeInto(long otherId, DateTime now)
    {
        MergedIntoId = otherId;
        Archive(now);
    }

    public void PlanNext(DateOnly? on, string? text)
    {
        NextFollowUpOn = on;
        DueKey = on ?? NoDue;
        NextFollowUpText = text;
    }

    public void Relate(RelationshipType relationship, string reason, DateOnly on)
        => (Relationship, RelationshipReason, RelationshipOn) = (relationship, reason, on);

    /// <summary>Takes the calculated grade; an override that has run out by <paramref name="today"/> is dropped.</summary>
    public void TakeGrade(Grade calculated, DateOnly today)
    {
        CalculatedGrade = calculated;
        if (OverrideUntil < today)
        {
            DropOverride();
        }

        Grade = OverrideGrade ?? calculated;
    }

    public void OverrideGradeWith(Grade grade, string reason, DateOnly? until, long? byId)
    {
        (OverrideGrade, OverrideReason, OverrideUntil, OverrideById) = (grade, reason, until, byId);
        Grade = grade;
    }

    public void DropOverride()
    {
        (OverrideGrade, OverrideReason, OverrideUntil, OverrideById) = (null, null, null, null);
        Grade = CalculatedGrade;
    }
}
