using SalesCrm.Application.Metrics;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Web.TagHelpers;

namespace SalesCrm.Web.Formats;

/// <summary>Figures and targets in sentences.</summary>
public static class MetricText
{
    /// <summary>What stands behind the number; empty for percent, whose sign is part of it.</summary>
    public static Text Unit(Metric metric) => metric switch
    {
        Metric.Leads => "条",
        Metric.WonCustomers => "家",
        Metric.WonDeals or Metric.LostDeals => "单",
        _ => metric.Unit() switch
        {
            MetricUnit.Yuan => "元",
            MetricUnit.Days => "天",
            _ => "",
        },
    };

    /// <summary>目标 35% · 差 5.0 点（14.3%）</summary>
    public static Text Against(Show show, Gap gap)
    {
        var target = FigureTagHelper.Text(show, gap.Metric, gap.Target);
        var away = Math.Abs(gap.Ahead);
        Text size = gap.Metric.Unit() == MetricUnit.Percent
            ? new Text("{0} 点", show.Number(away, 1))
            : new Text("{0} {1}", FigureTagHelper.Text(show, gap.Metric, away), Unit(gap.Metric));
        var relative = gap.AheadPercent is { } percent ? show.Percent(Math.Abs(percent) / 100) : Show.Dash;
        return (gap.Metric.LessIsBetter(), gap.IsMissed) switch
        {
            (true, true) => new Text("目标 ≤ {0} · 超出 {1}（{2}）", target, size, relative),
            (true, false) => new Text("目标 ≤ {0} · 快 {1}", target, size),
            (false, true) => new Text("目标 {0} · 差 {1}（{2}）", target, size, relative),
            (false, false) => new Text("目标 {0} · 超出 {1}", target, size),
        };
    }

    public static Text Name(Breakdown breakdown) => breakdown switch
    {
        Breakdown.Office => "按区域",
        Breakdown.Manager => "按经理",
        Breakdown.Rep => "按人员",
        Breakdown.Source => "按来源",
        Breakdown.Industry => "按行业",
        Breakdown.Grade => "按等级",
        _ => "合计",
    };

    /// <summary>Head of the column of scopes.</summary>
    public static Text Head(Breakdown breakdown) => breakdown switch
    {
        Breakdown.Office => "区域",
        Breakdown.Manager => "经理",
        Breakdown.Rep => "人员",
        Breakdown.Source => "来源",
        Breakdown.Industry => "行业",
        Breakdown.Grade => "等级",
        _ => "范围",
    };

    /// <summary>The scope as people call it.</summary>
    public static string Scope(string scope, Localizer t) => scope switch
    {
        MetricsTable.CompanyScope => t["全公司"],
        MetricsTable.NoScope => t["未填写"],
        _ => scope,
    };

    /// <summary>The column's title with its unit.</summary>
    public static Text Column(Metric metric) => metric.Unit() is MetricUnit.Yuan or MetricUnit.Days ? new Text("{0}（{1}）", metric.Title(), Unit(metric)) : metric.Title();
}
