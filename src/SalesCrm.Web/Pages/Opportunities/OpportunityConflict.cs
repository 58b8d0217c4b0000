using SalesCrm.Application.Opportunities;
using SalesCrm.Web.Pages.Shared;

namespace SalesCrm.Web.Pages.Opportunities;

/// <summary>Both versions of an opportunity, field by field.</summary>
public static class OpportunityConflict
{
    public static IReadOnlyList<ConflictField> Fields(OpportunityInput mine, OpportunityInput theirs, OpportunityChoices choices) => new Versions<OpportunityInput>(mine, theirs)
        .Words("Name", "商机名称", o => o.Name)
        .Choice("SourceId", "机会来源", o => o.SourceId, id => choices.Sources.FirstOrDefault(word => word.Id == id)?.Name)
        .Choice("ProductId", "产品", o => o.ProductId, id => choices.Products.FirstOrDefault(product => product.Id == id)?.Name)
        .Words("Amount", "预计成交金额（元）", o => o.Amount)
        .Day("ExpectedCloseOn", "预计成交日期", o => o.ExpectedCloseOn)
        .Number("BudgetScore", "预算", o => o.BudgetScore)
        .Number("UrgencyScore", "紧迫度", o => o.UrgencyScore)
        .Number("AuthorityScore", "决策权", o => o.AuthorityScore)
        .Words("Need", "客户需求", o => o.Need)
        .Words("PaymentTerms", "付款方式", o => o.PaymentTerms)
        .Day("DeliveryOn", "交付日期", o => o.DeliveryOn)
        .Words("Competition", "竞争情况", o => o.Competition)
        .Kind("Risk", "风险评估", o => o.Risk, risk => risk.Name())
        .Words("RiskNote", "风险说明", o => o.RiskNote)
        .Words("RiskMitigation", "应对措施", o => o.RiskMitigation)
        .Words("Summary", "沟通记录摘要", o => o.Summary)
        .Own(choices.Own, o => o.Fields)
        .Fields;
}
