using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Metrics;

/// <summary>How each metric is called, counted and judged.</summary>
public static class MetricWords
{
    /// <summary>The eleven figures of a scope, in the order of the exported columns.</summary>
    public static IReadOnlyList<Metric> All { get; } =
    [
        Metric.Leads, Metric.WonCustomers, Metric.Conversion, Metric.Aov, Metric.Repurchase, Metric.Cycle,
        Metric.WonDeals, Metric.LostDeals, Metric.WinRate, Metric.DealSize, Metric.DealDays,
    ];

    /// <summary>By customer: the columns of the quarterly template.</summary>
    public static IReadOnlyList<Metric> ByCustomer { get; } = [.. All.Take(6)];

    /// <summary>By deal: what the field counts.</summary>
    public static IReadOnlyList<Metric> ByDeal { get; } = [.. All.Skip(6)];

    /// <summary>The five of the dashboards.</summary>
    public static IReadOnlyList<Metric> Headline { get; } = [Metric.Leads, Metric.Conversion, Metric.Aov, Metric.Repurchase, Metric.Cycle];

    /// <summary>Those for which people set targets.</summary>
    public static IReadOnlyList<Metric> Targeted { get; } =
    [
        Metric.Leads, Metric.WonCustomers, Metric.Conversion, Metric.Aov, Metric.Repurchase, Metric.Cycle,
        Metric.WinRate, Metric.DealSize, Metric.DealDays, Metric.Amount,
    ];

    /// <summary>The name in addresses and marks.</summary>
    public static string Code(this Metric metric) => metric switch
    {
        Metric.Leads => "leads",
        Metric.WonCustomers => "won-customers",
        Metric.Conversion => "conversion",
        Metric.Aov => "aov",
        Metric.Repurchase => "repurchase",
        Metric.Cycle => "cycle",
        Metric.WonDeals => "won-deals",
        Metric.LostDeals => "lost-deals",
        Metric.WinRate => "win-rate",
        Metric.DealSize => "deal-size",
        Metric.DealDays => "deal-days",
        Metric.Amount => "amount",
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, null),
    };

    public static Text Title(this Metric metric) => metric switch
    {
        Metric.Leads => "线索数量",
        Metric.WonCustomers => "成交客户数量",
        Metric.Conversion => "转化率",
        Metric.Aov => "客单价",
        Metric.Repurchase => "复购率",
        Metric.Cycle => "平均销售周期",
        Metric.WonDeals => "赢单数",
        Metric.LostDeals => "丢单数",
        Metric.WinRate => "赢单率",
        Metric.DealSize => "平均单额",
        Metric.DealDays => "平均赢单天数",
        Metric.Amount => "成交额",
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, null),
    };

    public static MetricUnit Unit(this Metric metric) => metric switch
    {
        Metric.Conversion or Metric.Repurchase or Metric.WinRate => MetricUnit.Percent,
        Metric.Aov or Metric.DealSize or Metric.Amount => MetricUnit.Yuan,
        Metric.Cycle or Metric.DealDays => MetricUnit.Days,
        _ => MetricUnit.Count,
    };

    /// <summary>The formula in words (the guides' own).</summary>
    public static Text Formula(this Metric metric) => metric switch
    {
        Metric.Leads => "期内创建的线索，加上没有线索、在期内识别的商机",
        Metric.WonCustomers => "期内有成交的客户，每家只计一次",
        Metric.Conversion => "成交客户数量 ÷ 线索数量 × 100%",
        Metric.Aov => "总成交额 ÷ 成交客户数量",
        Metric.Repurchase => "期内有第二次或更后一次成交的客户 ÷ 成交客户数量 × 100%",
        Metric.Cycle => "总销售天数 ÷ 成交客户数量，从识别（首次接触更早时从首次接触）到期内首次成交",
        Metric.WonDeals => "期内赢下的商机，按关闭日期",
        Metric.LostDeals => "期内丢掉的商机，按关闭日期",
        Metric.WinRate => "赢单数 ÷（赢单数 + 丢单数）× 100%",
        Metric.DealSize => "赢单的成交额 ÷ 赢单数",
        Metric.DealDays => "从识别到赢单的天数，平均",
        Metric.Amount => "期内成交额合计",
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, null),
    };

    /// <summary>A smaller figure is the better one.</summary>
    public static bool LessIsBetter(this Metric metric) => metric is Metric.Cycle or Metric.DealDays or Metric.LostDeals;

    /// <summary>It grows with the number of people, so that a target of the company says nothing about a part of it.</summary>
    public static bool AddsUp(this Metric metric) => metric.Unit() == MetricUnit.Count || metric == Metric.Amount;

    public static Metric? FromCode(string? code) => Enum.GetValues<Metric>().Cast<Metric?>().FirstOrDefault(metric => metric!.Value.Code() == code);
}

public enum MetricUnit
{
    Count = 1,
    Percent = 2,
    Yuan = 3,
    Days = 4,
}
