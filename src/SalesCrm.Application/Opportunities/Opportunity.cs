using SalesCrm.Application.Competitors;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Search;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Opportunities;

/// <summary>A chance to sell (销售机会) on its way through the stages.</summary>
internal sealed class Opportunity : IAudited, IVersioned, ISearchable
{
    private Opportunity()
    {
    }

    public Opportunity(string number, Customer customer, long? ownerId, DateOnly? identifiedOn, DateTime now)
    {
        (Number, Customer, CustomerId, OwnerId, IdentifiedOn) = (number, customer, customer.Id, ownerId, identifiedOn);
        (CreatedAt, StageEnteredAt) = (now, now);
    }

    public long Id { get; private set; }

    /// <summary><c>XS</c> + date, a sequence from the second of the day on; imported numbers are kept.</summary>
    public string Number { get; private set; } = "";

    public long CustomerId { get; private set; }
    public Customer? Customer { get; private set; }
    public string Name { get; set; } = "";
    public long? SourceId { get; set; }
    public DictionaryEntry? Source { get; private set; }
    public long? ProductId { get; set; }
    public Product? Product { get; private set; }

    /// <summary>Yuan.</summary>
    public decimal? Amount { get; set; }

    public DateOnly? ExpectedCloseOn { get; set; }
    public long? OwnerId { get; private set; }
    public User? Owner { get; private set; }

    public OpportunityStatus Status { get; private set; } = OpportunityStatus.Open;
    public StageCode Stage { get; private set; } = StageCode.Identified;

    /// <summary>The furthest of the five steps up to 成交签约 that it ever reached; what a cohort's funnel counts.</summary>
    public StageCode Reached { get; private set; } = StageCode.Identified;

    /// <summary>UTC.</summary>
    public DateTime StageEnteredAt { get; private set; }

    /// <summary>The day by which this step should be over (责任人与时间节点).</summary>
    public DateOnly? StageDueOn { get; set; }

    /// <summary>The stage's name as an import wrote it; exported again until the opportunity moves.</summary>
    public string? StageAlias { get; set; }

    /// <summary>Null when an import did not know it; such an opportunity is counted as undated.</summary>
    public DateOnly? IdentifiedOn { get; set; }

    /// <summary>The day of the first contact logged on it; kept with the log.</summary>
    [NotAudited]
    public DateOnly? FirstContactOn { get; set; }

    public DateOnly? ClosedOn { get; private set; }

    public string? Need { get; set; }
    public int? BudgetScore { get; set; }
    public int? UrgencyScore { get; set; }
    public int? AuthorityScore { get; set; }
    public string? PaymentTerms { get; set; }
    public DateOnly? DeliveryOn { get; set; }

    /// <summary>Summary of the talks as an import or a person wrote it; empty shows the latest entries of the log.</summary>
    public string? Summary { get; set; }

    /// <summary>What is known of rivals on this opportunity, word for word, such as <c>竞品A报价低10%</c>.</summary>
    public string? Competition { get; set; }

    public RiskLevel? Risk { get; set; }
    public string? RiskNote { get; set; }
    public string? RiskMitigation { get; set; }
    public long? LossReasonId { get; private set; }
    public DictionaryEntry? LossReason { get; private set; }
    public string? LossNote { get; private set; }
    public long? LostToId { get; private set; }
    public Competitor? LostTo { get; private set; }

    /// <summary>It was converted from a lead, which already counts.</summary>
    public bool CameFromLead { get; set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    public DateTime? ArchivedAt { get; set; }
    public Guid Version { get; set; }

    [NotAudited]
    public string SearchKey { get; set; } = "";
    public SearchKind SearchKind => SearchKind.Opportunity;
    public IEnumerable<string?> SearchNames => [Name, Number];

    public ICollection<StageChange> StageChanges { get; } = [];
    public ICollection<Milestone> Milestones { get; } = [];
    public ICollection<Rival> Rivals { get; } = [];
    public ICollection<OpportunityMember> Members { get; } = [];

    public void AssignTo(long? ownerId) => OwnerId = ownerId;

    /// <summary>Goes to another open step and keeps the change. Which steps are allowed is the use case's affair.</summary>
    public void MoveTo(StageCode stage, DateTime now, long byId, string? reason, DateOnly? dueOn)
    {
        Enter(stage, now, byId, reason);
        StageDueOn = dueOn;
    }

    /// <summary>A lost opportunity comes to life again at an open step.</summary>
    public void Reopen(StageCode stage, DateTime now, long byId, string reason, DateOnly? dueOn)
    {
        Require(OpportunityStatus.Lost);
        Enter(stage, now, byId, reason);
        (Status, ClosedOn, StageDueOn) = (OpportunityStatus.Open, null, dueOn);
        (LossReasonId, LossNote, LostToId) = (null, null, null);
    }

    public void Win(DateOnly closedOn, bool afterSalesPending, DateTime now, long byId, string? reason = null)
    {
        Require(OpportunityStatus.Open);
        Enter(StageCode.Won, now, byId, reason);
        (Status, ClosedOn, Reached, StageDueOn) = (OpportunityStatus.Won, closedOn, StageCode.Contract, null);
        if (afterSalesPending)
        {
            Enter(StageCode.AfterSales, now, byId, null);
        }
    }

    public void Lose(DateOnly closedOn, long? reasonId, string? note, long? lostToId, DateTime now, long byId)
    {
        Require(OpportunityStatus.Open);
        Enter(StageCode.Lost, now, byId, note);
        (Status, ClosedOn, StageDueOn) = (OpportunityStatus.Lost, closedOn, null);
        (LossReasonId, LossNote, LostToId) = (reasonId, note, lostToId);
    }

    /// <summary>The after-sales follow-up of a won opportunity is done.</summary>
    public void FinishAfterSales(DateTime now, long byId) => Enter(StageCode.Won, now, byId, null);

    /// <summary>What was recorded as its after-sales follow-up is not there any more.</summary>
    public void ResumeAfterSales(DateTime now, long byId, string reason)
    {
        Require(OpportunityStatus.Won);
        Enter(StageCode.AfterSales, now, byId, reason);
    }

    /// <summary>States where it stands and how far it had come before it was on file here, without inventing moves; for imports.</summary>
    public void Declare(StageCode stage, DateTime enteredAt)
    {
        (Stage, StageEnteredAt) = (stage, enteredAt);
        Reached = stage <= StageCode.Contract && stage > Reached ? stage : Reached;
    }

    /// <summary>States the way on which it came to where it stands, as another system saw it; for imports.</summary>
    public void Retrace(StageTrail trail, Action<StageChange> remove, Func<StageCode, DateTime, DateOnly?> dueOn)
    {
        trail.Write(remove);
        Reached = trail.Entries.Where(entry => !entry.IsClosing).Select(entry => entry.Stage).Append(Reached).Max();
        if (trail.Entries[^1] is var last && last.Stage == Stage && last.At != StageEnteredAt)
        {
            StageEnteredAt = last.At;
            StageDueOn = Status == OpportunityStatus.Open ? dueOn(Stage, last.At) : StageDueOn;
        }
    }

    private void Require(OpportunityStatus status)
    {
        if (Status != status)
        {
            throw new InvalidOperationException($"Opportunity {Number} is {Status}.");
        }
    }

    private void Enter(StageCode stage, DateTime now, long byId, string? reason)
    {
        StageChanges.Add(new StageChange { From = Stage, To = stage, At = now, ById = byId == 0 ? null : byId, Reason = reason, SecondsSpent = (long)(now - StageEnteredAt).TotalSeconds });
        (Stage, StageEnteredAt, StageAlias) = (stage, now, null);
        if (stage <= StageCode.Contract && stage > Reached)
        {
            Reached = stage;
        }
    }
}
