using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Leads;

public enum ScorePartKind
{
    Budget = 1,
    Urgency = 2,
    Authority = 3,
}

/// <summary>One part of a lead's score held against its threshold.</summary>
public sealed record PartScore(ScorePartKind Kind, int? Score, int Maximum, int Threshold)
{
    public bool IsMet => Score >= Threshold;

    /// <summary>Points short of the threshold.</summary>
    public int Missing => Math.Max(0, Threshold - (Score ?? 0));

    public Text Name => Kind switch
    {
        ScorePartKind.Budget => "采购预算",
        ScorePartKind.Urgency => "需求紧急度",
        ScorePartKind.Authority => "决策权限",
        _ => throw new InvalidOperationException("Unknown part."),
    };

    /// <summary>决策权限差 1 分; null when met.</summary>
    public Text? Problem => IsMet ? default(Text?) : Score is null ? new Text("{0}未评分", Name) : new Text("{0}差 {1} 分", Name, Missing);
}

/// <summary>Whether a lead is worth converting, and what is missing. All three parts have to reach their thresholds.</summary>
public sealed record LeadScore(IReadOnlyList<PartScore> Parts)
{
    public bool IsQualified => Parts.All(part => part.IsMet);

    /// <summary>Everything that is missing in one sentence; null when nothing is.</summary>
    public Text? Problem => Parts.Select(part => part.Problem).OfType<Text>().Select(problem => (Text?)problem)
        .Aggregate(default(Text?), (all, next) => all is null ? next : new Text("{0}，{1}", all, next));

    public static LeadScore Of(LeadScoring scoring, int? budget, int? urgency, int? authority) => new(
    [
        new(ScorePartKind.Budget, budget, scoring.Budget.Maximum, scoring.Budget.Threshold),
        new(ScorePartKind.Urgency, urgency, scoring.Urgency.Maximum, scoring.Urgency.Threshold),
        new(ScorePartKind.Authority, authority, scoring.Authority.Maximum, scoring.Authority.Threshold),
    ]);
}
