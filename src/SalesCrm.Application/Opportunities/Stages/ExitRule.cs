using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Opportunities.Stages;

/// <summary>Something that must be there before an opportunity leaves a step.</summary>
public enum ExitRule
{
    Score = 1,
    Source = 2,
    Need = 3,
    ContactWithFeedback = 4,
    Amount = 5,
    PaymentTerms = 6,
    DeliveryDate = 7,
}

/// <summary>One rule of the step that is to be left, and how it stands.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Holds">What it asks for is there.</param>
/// <param name="Says">What is there, or what is missing, in words.</param>
public sealed record ExitRuleState(ExitRule Rule, bool Holds, Text Says);

internal static class ExitRules
{
    /// <summary>The rules that a step has switched on.</summary>
    public static IEnumerable<ExitRule> Of(Stage stage)
    {
        (bool On, ExitRule Rule)[] rules =
        [
            (stage.NeedsScore, ExitRule.Score),
            (stage.NeedsSource, ExitRule.Source),
            (stage.NeedsNeed, ExitRule.Need),
            (stage.NeedsContactWithFeedback, ExitRule.ContactWithFeedback),
            (stage.NeedsAmount, ExitRule.Amount),
            (stage.NeedsPaymentTerms, ExitRule.PaymentTerms),
            (stage.NeedsDeliveryDate, ExitRule.DeliveryDate),
        ];
        return rules.Where(rule => rule.On).Select(rule => rule.Rule);
    }

    /// <param name="rule">The rule.</param>
    /// <param name="opportunity">What leaves.</param>
    /// <param name="feedbackLogged">A contact with feedback is in its log.</param>
    public static ExitRuleState StateOf(ExitRule rule, Opportunity opportunity, bool feedbackLogged) => rule switch
    {
        ExitRule.Score when opportunity is { BudgetScore: { } budget, UrgencyScore: { } urgency, AuthorityScore: { } authority }
            => new(rule, true, new Text("评分 预算 {0} · 紧迫 {1} · 决策权 {2}", budget, urgency, authority)),
        ExitRule.Score => new(rule, false, "预算、紧迫度、决策权 未评分"),
        ExitRule.Source => Filled(rule, opportunity.SourceId is not null, "机会来源 已填", "机会来源 未填"),
        ExitRule.Need => Filled(rule, opportunity.Need is not null, "客户需求 已填", "客户需求 未填"),
        ExitRule.ContactWithFeedback => Filled(rule, feedbackLogged, "已记录沟通和客户反馈", "还没有带客户反馈的跟进记录"),
        ExitRule.Amount => opportunity.Amount is { } amount
            ? new(rule, true, new Text("方案金额 {0:N0} 元", amount)) : new(rule, false, "方案金额 未填"),
        ExitRule.PaymentTerms => Filled(rule, opportunity.PaymentTerms is not null, "付款方式 已填", "付款方式 未填"),
        ExitRule.DeliveryDate => opportunity.DeliveryOn is { } day
            ? new(rule, true, new Text("交付日期 {0}", day)) : new(rule, false, "交付日期 未填"),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, null),
    };

    private static ExitRuleState Filled(ExitRule rule, bool holds, Text there, Text missing) => new(rule, holds, holds ? there : missing);
}
