using SalesCrm.Application.Customers;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Grading;

/// <summary>What the grade card says of a customer as of now, whether or not the nightly run has been there.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Name">His name.</param>
/// <param name="IsConfidential">His file is confidential.</param>
/// <param name="Version">Of his file; travels with the forms.</param>
/// <param name="Explanation">By the rule.</param>
/// <param name="Override">What a person decided over it, while that counts.</param>
public sealed record GradeCardView(long CustomerId, string Name, bool IsConfidential, Guid Version, GradeExplanation Explanation, GradeCardView.Held? Override)
{
    public sealed record Held(Grade Grade, string Reason, DateOnly? Until, string? By);

    public sealed record Judged(string? By, DateTime At);

    public sealed record Past(Grade? From, Grade To, DateTime At, string Reason, string? ReasonParts, int? PolicyRevision, string? By)
    {
        /// <summary>In the reader's language where the rule decided, word for word where a person did.</summary>
        public Text Why => StoredText.Read(ReasonParts) ?? new Text("{0}", Reason);
    }

    /// <summary>The grade that counts today.</summary>
    public Grade Grade => Override?.Grade ?? Explanation.Grade;

    /// <summary>The last day of an override that has just run out.</summary>
    public DateOnly? EndedOn { get; init; }

    public int Revision { get; init; }
    public DateOnly AsOf { get; init; }
    public ReferralPotential? ReferralPotential { get; init; }
    public bool? IsDemandStable { get; init; }
    public int? IndustryPotential { get; init; }
    public int? SizePotential { get; init; }
    public int? GrowthPotential { get; init; }
    public Judged? ReferralJudged { get; init; }
    public Judged? DemandJudged { get; init; }
    public bool MayJudge { get; init; }
    public bool MayOverride { get; init; }
    public IReadOnlyList<Past> History { get; init; } = [];

    public Judged? JudgedOf(CriterionKind kind) => kind switch
    {
        CriterionKind.ReferralPotential => ReferralJudged,
        CriterionKind.StableDemand => DemandJudged,
        _ => null,
    };

    /// <summary>The finding: 等级 B，距 A 级只差 13,800 元采购额.</summary>
    public Text Title => Override is { } held && held.Grade != Explanation.Grade
        ? new Text("等级 {0}（人工调整），按规则为 {1}", held.Grade, Explanation.Grade)
        : Explanation.Grade == Grade.A ? "等级 A，条件全部满足"
        : !Explanation.HasBought ? "等级 D，尚未成交"
        : Explanation.MissingForNext switch
        {
            [{ Kind: CriterionKind.AnnualAmount } amount] => new Text("等级 {0}，距 {1} 级只差 {2:#,##0.##} 元采购额", Grade, Next, amount.Amount),
            [var one] => new Text("等级 {0}，距 {1} 级只差一项：{2}", Grade, Next, one.Name),
            var several => new Text("等级 {0}，距 {1} 级还差 {2} 项", Grade, Next, several.Count),
        };

    private Grade Next => Explanation.Grade == Grade.B ? Grade.A : Grade.B;
}
