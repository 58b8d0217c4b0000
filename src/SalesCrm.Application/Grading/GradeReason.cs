using SalesCrm.Application.Customers;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Grading;

/// <summary>The sentence that a change of grade leaves in the history: 年采购额 52万 ≥ 50万，合作 2 年 3 个月，推荐潜力高.</summary>
internal static class GradeReason
{
    /// <summary>What decided for <paramref name="to"/>: the minimums that hold when it rises, the ones that no longer do when it falls.</summary>
    public static Text Of(GradingPolicy policy, GradeInputs inputs, DateOnly today, Grade from, Grade to)
    {
        if (inputs.FirstDealOn is null)
        {
            return "没有成交记录";
        }

        if (to == Grade.D)
        {
            return new Text("{0} 个月没有成交，互动 {1} 次", policy.DormantMonths, inputs.Interactions);
        }

        if (to is Grade.A or Grade.B && to < from)
        {
            return Held(policy, inputs, today, to);
        }

        return to == Grade.C && from == Grade.D
            ? new Text("有成交：年采购额 {0}", Money(inputs.AnnualAmount))
            : Missed(policy, inputs, today, from);
    }

    private static Text Held(GradingPolicy policy, GradeInputs inputs, DateOnly today, Grade to)
    {
        var amount = new Text("年采购额 {0} ≥ {1}", Money(inputs.AnnualAmount), Money(to == Grade.A ? policy.AmountA : policy.AmountB));
        var tenure = Tenure.Say(Tenure.MonthsOf(inputs.FirstDealOn, today));
        if (to == Grade.A)
        {
            return new Text("{0}，合作 {1}，推荐潜力{2}", amount, tenure, (inputs.ReferralPotential ?? ReferralPotential.Low).Name());
        }

        return new Text(inputs.IsDemandStable == true ? "{0}，合作 {1}，需求稳定" : "{0}，合作 {1}", amount, tenure);
    }

    private static Text Missed(GradingPolicy policy, GradeInputs inputs, DateOnly today, Grade from)
    {
        var (amount, years) = from == Grade.A ? (policy.AmountA, policy.YearsA) : (policy.AmountB, policy.YearsB);
        if (inputs.AnnualAmount < amount)
        {
            return new Text("年采购额 {0} < {1}", Money(inputs.AnnualAmount), Money(amount));
        }

        var months = Tenure.MonthsOf(inputs.FirstDealOn, today);
        if (months < years * 12)
        {
            return new Text("合作 {0}，不满 {1}", Tenure.Say(months), Tenure.Say(years * 12));
        }

        return from == Grade.A ? new Text("推荐潜力未达到「{0}」", policy.ReferralA.Name()) : "需求不稳定";
    }

    /// <summary>52万 from 10,000 yuan on; in full where 万 would need more than two places. The silent place is for languages that do not count in 万.</summary>
    private static Text Money(decimal yuan)
        => yuan >= 10_000 && yuan % 100 == 0 ? new Text("{0:0.##}万{1:;;}", yuan / 10_000, yuan) : new Text("{0:#,##0.##}", yuan);
}
