using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Areas;

/// <summary>A part of the product that a team may do without. Customers, follow-ups, opportunities and administration always stay.</summary>
public enum Area
{
    MyDay = 1,
    Leads = 2,
    Competitors = 3,
    Grading = 4,
    Deals = 5,
    Metrics = 6,
    Forecast = 7,
    Surveys = 8,
    Upgrades = 9,
}

/// <param name="Area">Which.</param>
/// <param name="Name">As people call it.</param>
/// <param name="What">What goes with it when it is switched off.</param>
/// <param name="Routes">Beginnings of the routes of its pages, whole segments.</param>
/// <param name="Kinds">Kinds of files that come and go with it: import kinds and lists for export.</param>
public sealed record AreaPlan(Area Area, Text Name, Text What, IReadOnlyList<string> Routes, IReadOnlyList<string> Kinds);

/// <summary>Every area that can be switched off, and what belongs to it. Pages, menu, panels, links, imports and exports go by this one list.</summary>
public static class AreaPlans
{
    public static IReadOnlyList<AreaPlan> All { get; } =
    [
        new(Area.MyDay, "我的一天", "每个人一天要做的事", ["my-day"], []),
        new(Area.Leads, "线索", "线索列表、评分、转化、试用和公开表单，以及线索的导入和导出", ["leads", "admin/lead-scoring", "admin/lead-assignment", "admin/lead-forms", "admin/trials", "trials", "f", "exports/lists/leads", "filters/leads", "preferences/columns/leads"], ["leads"]),
        new(Area.Competitors, "竞争对手", "竞争对手档案，以及商机上的竞争情况", ["competitors", "opportunities/{id:long}/rivals", "opportunities/competition"], []),
        new(Area.Grading, "客户分级", "分级规则、等级变化，以及客户页上的等级依据", ["grading"], []),
        new(Area.Deals, "成交", "成交记录，以及成交的导入和导出", ["deals", "exports/lists/deals"], ["deals"]),
        new(Area.Metrics, "销售数据分析", "六项指标、目标和季度报表，以及报表的导入", ["metrics", "targets"], ["periods"]),
        new(Area.Forecast, "预测", "按月份预计成交的商机", ["opportunities/forecast"], []),
        new(Area.Surveys, "满意度调查", "客户回答的调查及其导出；已登记的分数仍计入客户类型", ["surveys", "exports/lists/surveys"], ["surveys"]),
        new(Area.Upgrades, "客户升级", "可挖掘的 C 类客户、升级计划和升级成功的统计", ["upgrades", "admin/upgrades"], []),
    ];

    public static AreaPlan Of(Area area) => All.First(plan => plan.Area == area);

    /// <summary>The area of a page, by its route pattern or by an address; null for what cannot be switched off.</summary>
    public static Area? OfRoute(string? route)
    {
        var segments = (route ?? "").Split('?', '#')[0].Trim('/').Split('/');
        return All.FirstOrDefault(plan => plan.Routes.Any(beginning => Begins(segments, beginning.Split('/'))))?.Area;
    }

    /// <summary>The area of an import kind or an exported list; null for what always stays.</summary>
    public static Area? OfKind(string kind) => All.FirstOrDefault(plan => plan.Kinds.Contains(kind, StringComparer.OrdinalIgnoreCase))?.Area;

    private static bool Begins(string[] segments, string[] beginning) => segments.Length >= beginning.Length
        && beginning.Index().All(part => part.Item.StartsWith('{') ? long.TryParse(segments[part.Index], out _) || segments[part.Index].StartsWith('{') : part.Item.Equals(segments[part.Index], StringComparison.OrdinalIgnoreCase));
}
