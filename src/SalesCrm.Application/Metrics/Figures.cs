namespace SalesCrm.Application.Metrics;

/// <summary>
/// The exact sums of one scope in one period; every ratio is made of them, unrounded, and is null where its denominator is zero.
/// </summary>
public sealed record Figures
{
    public static Figures None { get; } = new();

    /// <summary>Leads created in the period, and opportunities without a lead identified in it.</summary>
    public long Leads { get; init; }

    /// <summary>Opportunities without a lead that nobody dated, so that no period counts them.</summary>
    public long UndatedLeads { get; init; }

    /// <summary>Distinct customers with a deal in the period.</summary>
    public long WonCustomers { get; init; }

    /// <summary>Won customers with a deal in the period that is their second or later ever.</summary>
    public long RepeatCustomers { get; init; }

    /// <summary>Yuan, all deals of the period.</summary>
    public decimal Amount { get; init; }

    /// <summary>Days of the first deal that each won customer has in the period.</summary>
    public long CycleDays { get; init; }

    /// <summary>Won customers of whose first deal the days are known.</summary>
    public long CycleCustomers { get; init; }

    /// <summary>Opportunities won by closing date.</summary>
    public long WonDeals { get; init; }

    /// <summary>Opportunities lost by closing date.</summary>
    public long LostDeals { get; init; }

    /// <summary>Yuan, of the deals behind the opportunities won.</summary>
    public decimal WonAmount { get; init; }

    /// <summary>Opportunities won that have a deal behind them.</summary>
    public long PricedDeals { get; init; }

    /// <summary>Days from identification to winning.</summary>
    public long WonDays { get; init; }

    /// <summary>Opportunities won whose identification is dated.</summary>
    public long DatedDeals { get; init; }

    /// <summary>Won customers left out of the cycle.</summary>
    public long UndatedCustomers => WonCustomers - CycleCustomers;

    /// <summary>Won opportunities left out of the days to win.</summary>
    public long UndatedDeals => WonDeals - DatedDeals;

    /// <summary>Percent, yuan, days or a count, as the metric is; null where it is undefined.</summary>
    public decimal? this[Metric metric] => metric switch
    {
        Metric.Leads => Leads,
        Metric.WonCustomers => WonCustomers,
        Metric.Conversion => Ratio(100m * WonCustomers, Leads),
        Metric.Aov => Ratio(Amount, WonCustomers),
        Metric.Repurchase => Ratio(100m * RepeatCustomers, WonCustomers),
        Metric.Cycle => Ratio(CycleDays, CycleCustomers),
        Metric.WonDeals => WonDeals,
        Metric.LostDeals => LostDeals,
        Metric.WinRate => Ratio(100m * WonDeals, WonDeals + LostDeals),
        Metric.DealSize => Ratio(WonAmount, PricedDeals),
        Metric.DealDays => Ratio(WonDays, DatedDeals),
        Metric.Amount => Amount,
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, null),
    };

    private static decimal? Ratio(decimal part, long whole) => whole == 0 ? null : part / whole;
}
