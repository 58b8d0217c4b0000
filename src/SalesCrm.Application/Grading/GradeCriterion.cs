using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Grading;

public enum CriterionKind
{
    AnnualAmount = 1,
    Tenure = 2,
    ReferralPotential = 3,
    StableDemand = 4,
}

/// <summary>One minimum of a grade, held against one customer.</summary>
/// <param name="Kind">What is looked at.</param>
/// <param name="Value">As it stands.</param>
/// <param name="Threshold">As it has to be.</param>
/// <param name="IsMet">Boundaries are inclusive.</param>
/// <param name="Missing">What is short; null when met.</param>
/// <param name="Source">Where the value comes from.</param>
/// <param name="Amount">Yuan that are short; 0 when met or not about money.</param>
public sealed record GradeCriterion(CriterionKind Kind, Text Value, Text Threshold, bool IsMet, Text? Missing, Text Source, decimal Amount = 0)
{
    public Text Name => Kind switch
    {
        CriterionKind.AnnualAmount => "近 12 个月采购额",
        CriterionKind.Tenure => "合作时长",
        CriterionKind.ReferralPotential => "推荐潜力",
        CriterionKind.StableDemand => "需求稳定",
        _ => throw new InvalidOperationException("Unknown criterion."),
    };
}
