using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Customers;

/// <summary>Why a customer stands where he stands in his life with us, and what keeps him from being loyal.</summary>
internal static class LifecycleReason
{
    public static Text Of(LifecycleType lifecycle, LifecycleSigns signs, LifecycleRules rules) => lifecycle switch
    {
        LifecycleType.Potential => "还没有成交",
        LifecycleType.New => new Text("首次成交 {0}，未满 {1} 天", signs.FirstDealOn, rules.NewDays),
        LifecycleType.Churned => new Text("最近成交 {0}，已满 {1} 天没有再买", signs.LastDealOn, rules.ChurnDays),
        LifecycleType.Loyal => OfLoyal(signs, rules),
        _ => OfExisting(signs, rules),
    };

    private static Text OfLoyal(LifecycleSigns signs, LifecycleRules rules)
        => signs.Deals < rules.LoyalDeals || (signs.SurveyScore is null && !rules.IsLongStanding(signs))
            ? new Text("推荐的客户中 {0} 家已成交，最近成交 {1}", signs.Referrals, signs.LastDealOn)
            : signs.SurveyScore is { } score
                ? new Text("{0} 次成交，最近一次满意度 {1:0.0#} 分（{2}）", signs.Deals, score, signs.SurveyOn)
                : new Text("{0} 次成交，自 {1} 起满 {2} 个月，最近 {3}", signs.Deals, signs.FirstDealOn, rules.LoyalMonths, signs.LastDealOn);

    private static Text OfExisting(LifecycleSigns signs, LifecycleRules rules)
        => rules.IsVetoed(signs) && (rules.HasReferred(signs) || signs.Deals >= rules.LoyalDeals)
            ? new Text("{0} 次成交，但最近一次满意度 {1:0.0#} 分（{2}），低于 {3:0.0#} 分", signs.Deals, signs.SurveyScore, signs.SurveyOn, rules.LoyalScore)
            : signs.Deals >= rules.LoyalDeals
                ? new Text("{0} 次成交，最近 {1}；还没有满意度调查，合作也未满 {2} 个月", signs.Deals, signs.LastDealOn, rules.LoyalMonths)
                : new Text("{0} 次成交，最近 {1}", signs.Deals, signs.LastDealOn);
}
