using SalesCrm.Application.Customers;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Grading;

/// <summary>
/// The threshold rule: the highest grade whose minimums all hold decides; any other buyer is C, a dormant one D; who never bought is D.
/// Everybody gets exactly one grade.
/// </summary>
internal static class GradingRule
{
    public static GradeExplanation Evaluate(GradingPolicy policy, GradeInputs inputs, DateOnly today)
    {
        var forA = new[]
        {
            Amount(inputs, policy.AmountA),
            Cooperation(inputs, policy.YearsA, today),
            Referral(inputs, policy.ReferralA),
        };
        List<GradeCriterion> forB = [Amount(inputs, policy.AmountB), Cooperation(inputs, policy.YearsB, today)];
        if (policy.StableDemandB)
        {
            forB.Add(Demand(inputs));
        }

        return new(Of(policy, inputs, today), forA, forB, inputs.FirstDealOn is not null, IsDormant(policy, inputs, today));
    }

    /// <summary>The grade alone, for evaluating many.</summary>
    public static Grade Of(GradingPolicy policy, GradeInputs inputs, DateOnly today)
    {
        if (inputs.FirstDealOn is null)
        {
            return Grade.D;
        }

        var months = Tenure.MonthsOf(inputs.FirstDealOn, today);
        if (inputs.AnnualAmount >= policy.AmountA && months >= policy.YearsA * 12 && inputs.ReferralPotential >= policy.ReferralA)
        {
            return Grade.A;
        }

        if (inputs.AnnualAmount >= policy.AmountB && months >= policy.YearsB * 12 && (!policy.StableDemandB || inputs.IsDemandStable == true))
        {
            return Grade.B;
        }

        return IsDormant(policy, inputs, today) ? Grade.D : Grade.C;
    }

    /// <summary>The last day that lies before the window of <paramref name="months"/> months which ends with <paramref name="today"/>.</summary>
    public static DateOnly Before(DateOnly today, int months) => today.AddMonths(-months);

    private static bool IsDormant(GradingPolicy policy, GradeInputs inputs, DateOnly today)
        => inputs.LastDealOn <= Before(today, policy.DormantMonths) && inputs.Interactions <= policy.DormantInteractions;

    private static GradeCriterion Amount(GradeInputs inputs, decimal minimum)
    {
        var missing = Math.Max(0, minimum - inputs.AnnualAmount);
        return new(
            CriterionKind.AnnualAmount,
            Money(inputs.AnnualAmount),
            new Text("≥ {0}", Money(minimum)),
            missing == 0,
            missing == 0 ? default(Text?) : new Text("差 {0}", Money(missing)),
            "成交记录",
            missing);
    }

    private static GradeCriterion Cooperation(GradeInputs inputs, int years, DateOnly today)
    {
        var months = Tenure.MonthsOf(inputs.FirstDealOn, today);
        var missing = Math.Max(0, (years * 12) - months);
        var isMet = inputs.FirstDealOn is not null && missing == 0;
        return new(
            CriterionKind.Tenure,
            inputs.FirstDealOn is null ? "尚未成交" : Tenure.Say(months),
            new Text("≥ {0}", Tenure.Say(years * 12)),
            isMet,
            isMet ? default(Text?) : inputs.FirstDealOn is null ? "尚未成交" : new Text("差 {0}", Tenure.Say(missing)),
            inputs.FirstDealOn is { } first ? new Text("首次成交 {0}", first) : "成交记录");
    }

    private static GradeCriterion Referral(GradeInputs inputs, ReferralPotential minimum)
    {
        var isMet = inputs.ReferralPotential >= minimum;
        return new(
            CriterionKind.ReferralPotential,
            inputs.ReferralPotential is { } judged ? judged.Name() : "未评定",
            minimum.Name(),
            isMet,
            isMet ? default(Text?) : inputs.ReferralPotential is null ? "待评定" : new Text("需达到「{0}」", minimum.Name()),
            "人工评定");
    }

    private static GradeCriterion Demand(GradeInputs inputs)
    {
        var isMet = inputs.IsDemandStable == true;
        return new(
            CriterionKind.StableDemand,
            inputs.IsDemandStable switch { true => (Text)"稳定", false => "不稳定", null => "未评定" },
            "稳定",
            isMet,
            isMet ? default(Text?) : inputs.IsDemandStable is null ? "待评定" : "需求不稳定",
            "人工评定");
    }

    private static Text Money(decimal yuan) => new("{0:#,##0.##}", yuan);
}
