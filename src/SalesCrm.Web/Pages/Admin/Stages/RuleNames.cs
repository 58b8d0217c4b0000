using SalesCrm.Application.Opportunities.Stages;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Web.Pages.Admin.Stages;

/// <summary>What a rule asks for, in words.</summary>
public static class RuleNames
{
    public static Text Of(ExitRule rule) => rule switch
    {
        ExitRule.Score => "完成评分",
        ExitRule.Source => "填写机会来源",
        ExitRule.Need => "填写客户需求",
        ExitRule.ContactWithFeedback => "有带客户反馈的跟进记录",
        ExitRule.Amount => "填写方案金额",
        ExitRule.PaymentTerms => "填写付款方式",
        ExitRule.DeliveryDate => "填写交付日期",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, null),
    };
}
