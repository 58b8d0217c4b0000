namespace SalesCrm.Application.Metrics;

/// <summary>The figures of the quarterly table; the first five are the headline.</summary>
public enum Metric
{
    /// <summary>线索数量</summary>
    Leads = 1,

    /// <summary>转化率, percent</summary>
    Conversion = 2,

    /// <summary>客单价, yuan</summary>
    Aov = 3,

    /// <summary>复购率, percent</summary>
    Repurchase = 4,

    /// <summary>平均销售周期, days</summary>
    Cycle = 5,

    /// <summary>成交客户数量</summary>
    WonCustomers = 6,

    WonDeals = 7,
    LostDeals = 8,

    /// <summary>赢单率, percent</summary>
    WinRate = 9,

    /// <summary>Average amount of a won deal, yuan</summary>
    DealSize = 10,

    /// <summary>Average days from identification to winning</summary>
    DealDays = 11,

    /// <summary>成交额, yuan; not a column of the table, but people set a target for it.</summary>
    Amount = 12,
}
