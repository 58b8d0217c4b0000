using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Imports.Downloads;
using SalesCrm.Application.Imports.Kinds;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Shared.Values;
using SalesCrm.Application.Surveys;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Exports;

/// <summary>The lists of opportunities, follow-ups and deals as sheets; their headers are those that an import knows.</summary>
internal static class SalesListSheets
{
    public static IReadOnlyList<SheetColumn> OpportunityColumns { get; } =
        ["机会编号", "机会名称", "客户名称", "机会来源", "产品", "预计成交金额(元)", "预计成交日期", "当前阶段", "负责人", "识别日期", "关闭日期", "丢单原因", "竞争情况", "风险评估", "需求描述"];

    public static IReadOnlyList<SheetColumn> VisitColumns { get; } =
        ["回访日期", "客户名称", "机会编号", "回访方式", "回访人", "客户主动", "沟通主题", "客户反馈", "处理措施", "完成时限", "结果确认", "下次跟进计划"];

    public static IReadOnlyList<SheetColumn> DealColumns { get; } = ["成交编号", "客户名称", "成交日期", "成交金额(元)", "产品", "负责人", "交付日期", "渠道", "备注"];

    public static IReadOnlyList<SheetColumn> SurveyColumns { get; } = ["客户名称", "轮次", "调查日期", "联系人", "服务质量", "产品体验", "合作意愿", "平均分", "备注", "跟进人", "登记人"];

    /// <summary>Where the sheets hold what a column of their list shows.</summary>
    public static IReadOnlyDictionary<string, string[]> ShownOpportunities { get; } = new Dictionary<string, string[]>
    {
        ["number"] = ["机会编号"],
        ["name"] = ["机会名称", "客户名称"],
        ["stage"] = ["当前阶段"],
        ["amount"] = ["预计成交金额(元)"],
        ["close"] = ["预计成交"],
        ["entered"] = ["进入阶段"],
        ["source"] = ["机会来源"],
        ["product"] = ["产品"],
        ["identified"] = ["识别日期"],
        ["risk"] = ["风险评估"],
        ["owner"] = ["负责人"],
        ["status"] = ["状态"],
    };

    public static IReadOnlyDictionary<string, string[]> ShownVisits { get; } = new Dictionary<string, string[]>
    {
        ["customer"] = ["客户名称"],
        ["at"] = ["回访日期"],
        ["method"] = ["回访方式"],
        ["contact"] = ["联系人"],
        ["opportunity"] = ["商机"],
        ["feedback"] = ["客户反馈", "沟通主题"],
        ["handling"] = ["处理措施"],
        ["due"] = ["完成时限"],
        ["result"] = ["结果确认"],
        ["next"] = ["下次跟进计划"],
        ["visitor"] = ["回访人"],
    };

    public static IReadOnlyDictionary<string, string[]> ShownDeals { get; } = new Dictionary<string, string[]>
    {
        ["number"] = ["成交编号"],
        ["customer"] = ["客户名称"],
        ["date"] = ["成交日期"],
        ["amount"] = ["成交金额(元)"],
        ["product"] = ["产品"],
        ["delivery"] = ["交付日期"],
        ["owner"] = ["负责人"],
        ["ordinal"] = ["第几次"],
        ["days"] = ["周期（天）"],
    };

    /// <summary>What only the list shows.</summary>
    public static IReadOnlyList<string> MoreOfOpportunities { get; } = ["预计成交", "进入阶段", "状态"];

    public static IReadOnlyList<string> MoreOfVisits { get; } = ["联系人", "商机"];

    public static IReadOnlyList<string> MoreOfDeals { get; } = ["第几次", "周期（天）"];

    public static async IAsyncEnumerable<IReadOnlyList<SheetCell>> Opportunities(CrmDbContext db, CompanyClock clock, IQueryable<Opportunity> opportunities, FieldColumns fields)
    {
        var own = fields.Values;
        var names = await db.Stages.AsNoTracking().ToDictionaryAsync(stage => stage.Code, stage => stage.Name);
        var rows = opportunities.OrderBy(row => row.Id).Select(o => new
        {
            Stamp = new { o.Id, o.Version },
            o.Number,
            o.Name,
            Customer = o.Customer!.Name,
            Source = o.Source!.Name,
            Product = o.Product!.Name,
            o.Amount,
            o.ExpectedCloseOn,
            o.Stage,
            o.StageAlias,
            Owner = o.Owner!.DisplayName,
            o.IdentifiedOn,
            o.ClosedOn,
            o.Status,
            o.StageEnteredAt,
            Loss = o.LossReason!.Name,
            o.Competition,
            o.Risk,
            o.RiskNote,
            o.Need,
            Own = own.Where(value => value.RecordId == o.Id).Select(value => new FieldColumns.Value(value.FieldId, value.Number, value.Text)).ToList(),
        });
        await foreach (var o in rows.AsAsyncEnumerable())
        {
            yield return [.. fields.After(
            [
                o.Number, o.Name, o.Customer, o.Source, o.Product, SheetCell.Of(o.Amount, NumberStyle.Money), SheetCell.Of(o.ExpectedCloseOn), o.StageAlias ?? names[o.Stage], o.Owner,
                SheetCell.Of(o.IdentifiedOn), SheetCell.Of(o.ClosedOn), o.Loss, o.Competition, new RiskText(o.Risk, o.RiskNote).ToCell(), o.Need,
            ], o.Own), SheetCell.Of(o.Status == OpportunityStatus.Open ? o.ExpectedCloseOn : o.ClosedOn), clock.DateOf(o.StageEnteredAt), Translations.Chinese.Say(o.Status.Name()), RowVersions.Cell(o.Stamp.Id, o.Stamp.Version)];
        }
    }

    public static async IAsyncEnumerable<IReadOnlyList<SheetCell>> Visits(CompanyClock clock, IQueryable<Visit> visits)
    {
        var rows = visits.OrderBy(visit => visit.At).ThenBy(visit => visit.Id).Select(v => new
        {
            Stamp = new { v.Id, v.Version },
            v.At,
            v.On,
            Customer = v.Customer!.Name,
            Opportunity = v.Opportunity!.Number,
            OpportunityName = v.Opportunity.Name,
            Contact = v.Contact!.Name,
            v.Method,
            Visitor = v.Visitor!.DisplayName,
            v.IsInbound,
            v.Topic,
            v.Feedback,
            v.Handling,
            v.DueOn,
            v.DueText,
            v.Result,
            v.NextOn,
            v.NextText,
        });
        await foreach (var v in rows.AsAsyncEnumerable())
        {
            yield return
            [
                SheetCell.Of(clock.LocalOf(v.At)), v.Customer, v.Opportunity, FieldWords.Of(FieldWords.VisitMethods, (VisitMethod?)v.Method), v.Visitor, YesNoText.Name(v.IsInbound).Format,
                v.Topic, v.Feedback, v.Handling, v.DueText is null ? SheetCell.Of(v.DueOn) : PlanCell.Of(v.DueOn, v.DueText), v.Result, PlanCell.Of(v.NextOn, v.NextText), v.Contact, v.OpportunityName,
                RowVersions.Cell(v.Stamp.Id, v.Stamp.Version),
            ];
        }
    }

    public static async IAsyncEnumerable<IReadOnlyList<SheetCell>> Deals(IQueryable<Deal> deals)
    {
        var rows = deals.OrderBy(deal => deal.Id).Select(d => new
        {
            Stamp = new { d.Id, d.Version },
            d.Number,
            Customer = d.Customer!.Name,
            d.On,
            d.Amount,
            Product = d.Product!.Name,
            Owner = d.Owner!.DisplayName,
            d.DeliveryOn,
            d.Channel,
            d.Remark,
            d.Ordinal,
            d.SalesDays,
        });
        await foreach (var d in rows.AsAsyncEnumerable())
        {
            yield return [d.Number, d.Customer, d.On, SheetCell.Of(d.Amount, NumberStyle.Money), d.Product, d.Owner, SheetCell.Of(d.DeliveryOn), d.Channel, d.Remark,
                SheetCell.Of(d.Ordinal, NumberStyle.Integer), SheetCell.Of(d.SalesDays, NumberStyle.Integer),
                RowVersions.Cell(d.Stamp.Id, d.Stamp.Version),
            ];
        }
    }

    public static async IAsyncEnumerable<IReadOnlyList<SheetCell>> Surveys(IQueryable<SurveyAnswer> answers)
    {
        var rows = answers.OrderBy(answer => answer.AnsweredOn).ThenBy(answer => answer.Id).Select(a => new { Row = a, Customer = a.Customer!.Name, Contact = a.Contact!.Name, Owner = a.Customer.Owner!.DisplayName, RecordedBy = a.RecordedBy!.DisplayName });
        await foreach (var a in rows.AsAsyncEnumerable())
        {
            yield return
            [
                a.Customer, a.Row.Round, a.Row.AnsweredOn, a.Contact, SheetCell.Of(a.Row.ServiceScore, NumberStyle.Integer), SheetCell.Of(a.Row.ProductScore, NumberStyle.Integer),
                SheetCell.Of(a.Row.CooperationScore, NumberStyle.Integer), SheetCell.Of(a.Row.Score, NumberStyle.Money), a.Row.Remark, a.Owner, a.RecordedBy, RowVersions.Cell(a.Row.Id, a.Row.Version),
            ];
        }
    }
}
