using SalesCrm.Application.Competitors;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Opportunities;

/// <param name="Facts">What is on file.</param>
/// <param name="Steps">All steps in their order, for the stage bar.</param>
/// <param name="Moves">Its history, oldest first.</param>
/// <param name="Milestones">By date.</param>
/// <param name="Rivals">Competitors met.</param>
public sealed record OpportunityView(
    OpportunityFacts Facts, IReadOnlyList<StageStep> Steps, IReadOnlyList<StageMove> Moves, IReadOnlyList<MilestoneRow> Milestones, IReadOnlyList<RivalRow> Rivals)
{
    /// <summary>The fields that the admin added and that the reader sees.</summary>
    public IReadOnlyList<FieldFact> Fields { get; init; } = [];

    public Text NameOf(StageCode code) => Steps.First(step => step.Code == code).Label;

    /// <summary>The step that follows the present one; null where there is none to move to.</summary>
    public StageStep? Next => Facts.Status != OpportunityStatus.Open ? null
        : Steps.SkipWhile(step => step.Code != Facts.Stage).Skip(1).FirstOrDefault(step => step.Code < StageCode.AfterSales);

    /// <summary>The time spent in a step so far, all visits to it together.</summary>
    public TimeSpan TimeIn(StageCode code, DateTime now)
        => Moves.Where(move => move.From == code).Aggregate(TimeSpan.Zero, (sum, move) => sum + move.Spent)
            + (Facts.Stage == code && Facts.Status == OpportunityStatus.Open ? now - Facts.StageEnteredAt : TimeSpan.Zero);
}

/// <param name="Code">The step.</param>
/// <param name="Label">Its name.</param>
/// <param name="Probability">Percent.</param>
/// <param name="ExpectedDays">Days that it should take.</param>
public sealed record StageStep(StageCode Code, Text Label, int Probability, int? ExpectedDays);

/// <param name="From">The step that was left.</param>
/// <param name="To">The step that was entered.</param>
/// <param name="At">UTC.</param>
/// <param name="By">Who moved it; null for the system.</param>
/// <param name="Spent">Time spent in the step that was left.</param>
/// <param name="Reason">Why it went back or skipped a step.</param>
public sealed record StageMove(StageCode From, StageCode To, DateTime At, string? By, TimeSpan Spent, string? Reason);

public sealed record MilestoneRow(long Id, DateOnly? On, string Text, DateTime? DoneAt, Guid Version)
{
    /// <summary>Due on its day, overdue from the day after.</summary>
    public bool IsOverdue(DateOnly today) => DoneAt is null && On < today;
}

public sealed record RivalRow(long Id, long CompetitorId, string Competitor, string? Offer, int? PriceGap, string? CounterMeasure, BattleCard BattleCard, Guid Version);

/// <summary>What is on file about one opportunity.</summary>
public sealed record OpportunityFacts
{
    public required long Id { get; init; }
    public required string Number { get; init; }
    public required string Name { get; init; }
    public required long CustomerId { get; init; }
    public required string Customer { get; init; }
    public bool IsConfidential { get; init; }
    public required Grade Grade { get; init; }
    public long? OwnerId { get; init; }
    public string? Owner { get; init; }
    public string? Source { get; init; }
    public string? SourceEnglish { get; init; }
    public string? Product { get; init; }

    /// <summary>Yuan.</summary>
    public decimal? Amount { get; init; }
    public DateOnly? ExpectedCloseOn { get; init; }
    public required OpportunityStatus Status { get; init; }
    public required StageCode Stage { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime StageEnteredAt { get; init; }
    public DateOnly? StageDueOn { get; init; }
    public DateOnly? IdentifiedOn { get; init; }
    public DateOnly? ClosedOn { get; init; }
    public string? Need { get; init; }
    public int? BudgetScore { get; init; }
    public int? UrgencyScore { get; init; }
    public int? AuthorityScore { get; init; }
    public string? PaymentTerms { get; init; }
    public DateOnly? DeliveryOn { get; init; }
    public string? Summary { get; init; }
    public string? Competition { get; init; }
    public RiskLevel? Risk { get; init; }
    public string? RiskNote { get; init; }
    public string? RiskMitigation { get; init; }
    public string? LossReason { get; init; }
    public string? LossReasonEnglish { get; init; }
    public string? LossNote { get; init; }
    public string? LostTo { get; init; }

    /// <summary>The reader may change it, not only read it.</summary>
    public required bool MayWork { get; init; }
    public required Guid Version { get; init; }

    /// <summary>Days by which it is longer in its step than planned; 0 when it is not.</summary>
    public int DaysOverdue(DateOnly today) => Status == OpportunityStatus.Open && StageDueOn < today ? today.DayNumber - StageDueOn.Value.DayNumber : 0;
}
