using SalesCrm.Application.Customers;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Opportunities.Stages;
using SalesCrm.Application.Search;

namespace SalesCrm.Application.Opportunities;

/// <summary>What conditions can ask of an opportunity.</summary>
internal static class OpportunityRules
{
    private static readonly ChoiceSource Stages = async (db, _, cancellationToken)
        => [.. (await db.StagesAsync(cancellationToken)).Select(stage => new FilterChoice(stage.Code.ToString(), StageNames.Of(stage)))];

    private static readonly ChoiceSource Products = async (db, _, cancellationToken)
        => [.. (await new SalesChoices(db).ProductsAsync(null, cancellationToken)).Select(product => Offers.Of(product.Id, product.Name))];

    public static FilterRules<Opportunity> All { get; } = new(
        FieldSubject.Opportunity,
        Rules.Found<Opportunity>("name", "商机名称或编号", SearchKind.Opportunity, ""),
        Rules.Choice<Opportunity, StageCode>("stage", "当前阶段", o => o.Stage, stage => stage.ToString(), always: true, simple: "stage", choices: Stages),
        Rules.Choice<Opportunity, OpportunityStatus>("status", "状态", o => o.Status, status => status.Name(), always: true, simple: "status"),
        Rules.Choice<Opportunity, RiskLevel>("risk", "风险", o => o.Risk, risk => risk.Name(), simple: "risk"),
        Rules.Money<Opportunity>("amount", "金额␟商机", o => o.Amount),
        Rules.Day<Opportunity>("expectedClose", "预计成交日期", o => o.ExpectedCloseOn),
        Rules.Day<Opportunity>("closed", "关闭日期", o => o.ClosedOn),
        Rules.Day<Opportunity>("identified", "机会识别日期", o => o.IdentifiedOn),
        Rules.Instant<Opportunity>("stageEntered", "进入阶段时间", o => o.StageEnteredAt, always: true),
        Rules.Day<Opportunity>("stageDue", "阶段时限", o => o.StageDueOn),
        Rules.Reference<Opportunity>("source", "机会来源", o => o.SourceId, Offers.Words(DictionaryKind.Source), "sourceId"),
        Rules.Reference<Opportunity>("owner", "负责人", o => o.OwnerId, SeenOwners.Choices, "ownerId"),
        Rules.Reference<Opportunity>("product", "产品", o => o.ProductId, Products),
        Rules.Choice<Opportunity, Grade>("grade", "客户等级", o => o.Customer!.Grade, grade => grade.Name(), always: true),
        Rules.Reference<Opportunity>("industry", "客户行业", o => o.Customer!.IndustryId, Offers.Words(DictionaryKind.Industry)),
        Rules.Number<Opportunity>("budget", "预算评分", o => o.BudgetScore),
        Rules.Number<Opportunity>("urgency", "紧迫度评分", o => o.UrgencyScore),
        Rules.Number<Opportunity>("authority", "决策权评分", o => o.AuthorityScore),
        Rules.Day<Opportunity>("delivery", "交付日期", o => o.DeliveryOn),
        Rules.Presence<Opportunity>("need", "需求描述", o => o.Need != null && o.Need != ""),
        Rules.Presence<Opportunity>("paymentTerms", "付款方式", o => o.PaymentTerms != null && o.PaymentTerms != ""),
        Rules.Presence<Opportunity>("rivals", "竞争对手", o => o.Rivals.Any()),
        Rules.Holds<Opportunity>("fromLead", "来自线索", o => o.CameFromLead),
        Rules.Reference<Opportunity>("lossReason", "丢单原因", o => o.LossReasonId, Offers.Words(DictionaryKind.LossReason)),
        Rules.Instant<Opportunity>("created", "创建时间", o => o.CreatedAt, always: true));
}
