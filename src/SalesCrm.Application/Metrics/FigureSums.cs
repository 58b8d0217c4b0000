namespace SalesCrm.Application.Metrics;

/// <summary>What one customer bought in a period, for one scope.</summary>
internal sealed class CustomerLine
{
    public long Key { get; init; }
    public long CustomerId { get; init; }
    public decimal Amount { get; init; }
    public int Deals { get; init; }

    /// <summary>The highest ordinal of the period.</summary>
    public int Last { get; init; }

    /// <summary>The lowest ordinal of the period and the days of that deal, packed.</summary>
    public long First { get; init; }
}

internal sealed class LeadSum
{
    public long Key { get; init; }
    public long Dated { get; init; }
    public long All { get; init; }
}

internal sealed class DealSum
{
    public long Key { get; init; }

    /// <summary>Of customers with one deal in the period, so that it adds up over keys.</summary>
    public bool AddsUp { get; init; }

    public long Deals { get; init; }
    public long Customers { get; init; }
    public decimal Amount { get; init; }
    public long Repeat { get; init; }
    public long Days { get; init; }
    public long Dated { get; init; }

    public Figures AddTo(Figures figures) => figures with
    {
        WonCustomers = figures.WonCustomers + Customers,
        Amount = figures.Amount + Amount,
        RepeatCustomers = figures.RepeatCustomers + Repeat,
        CycleDays = figures.CycleDays + Days,
        CycleCustomers = figures.CycleCustomers + Dated,
    };
}

internal sealed class ClosedSum
{
    public long Key { get; init; }
    public long All { get; init; }
    public long Won { get; init; }
    public decimal Amount { get; init; }
    public long Priced { get; init; }
    public long Days { get; init; }
    public long Dated { get; init; }
}

/// <summary>The three grouped queries behind every table of figures; the database counts and sums, ratios come later.</summary>
internal static class FigureSums
{
    /// <summary>More than any ordinal's share of a packed number may need: days of 2,700 years.</summary>
    private const long Pack = 1_000_000;

    /// <summary>Makes room for deals dated before their opportunity; 0 means that the days are unknown.</summary>
    private const long Shift = 100_001;

    internal static IQueryable<LeadSum> Leads(IQueryable<KeyedLine> lines)
        => lines.GroupBy(line => line.Key).Select(group => new LeadSum { Key = group.Key, Dated = group.Sum(line => line.On == null ? 0L : 1L), All = group.LongCount() });

    /// <summary>
    /// The deals of each customer. The first of the period is the one of his smallest ordinal there; ordinal and days travel packed in
    /// one number, so that its minimum carries the days of that deal, in one pass and the same on both engines.
    /// </summary>
    internal static IQueryable<CustomerLine> Customers(this IQueryable<KeyedLine> lines)
        => lines.GroupBy(line => new { line.Key, line.CustomerId }).Select(group => new CustomerLine
        {
            Key = group.Key.Key,
            CustomerId = group.Key.CustomerId,
            Amount = group.Sum(line => line.Amount),
            Deals = group.Count(),
            Last = group.Max(line => line.Ordinal),
            First = group.Min(line => (line.Ordinal * Pack) + (line.SalesDays == null ? 0 : line.SalesDays.Value + Shift)),
        });

    /// <summary>The days in a <see cref="CustomerLine.First"/>; null where they are unknown.</summary>
    internal static int? DaysOf(long first) => first % Pack == 0 ? null : (int)((first % Pack) - Shift);

    internal static IQueryable<CustomerLine> WithKnownDays(this IQueryable<CustomerLine> customers) => customers.Where(customer => customer.First % Pack != 0);

    /// <summary>
    /// Deals whose customers have no other in the period are counted as they are; only the others are brought together by customer. A key may come
    /// twice, once of each.
    /// </summary>
    internal static IQueryable<DealSum> Deals(IQueryable<KeyedLine> lines) => Alone(lines).Concat(Together(lines));

    /// <summary>For customers with one deal in the period.</summary>
    internal static IQueryable<DealSum> Alone(IQueryable<KeyedLine> lines)
        => lines.Where(line => line.IsAlone).GroupBy(line => line.Key).Select(group => new DealSum
        {
            Key = group.Key,
            AddsUp = true,
            Deals = group.LongCount(),
            Customers = group.LongCount(),
            Amount = group.Sum(line => line.Amount),
            Repeat = group.Sum(line => line.Ordinal >= 2 ? 1L : 0L),
            Days = group.Sum(line => (long)(line.SalesDays ?? 0)),
            Dated = group.Sum(line => line.SalesDays == null ? 0L : 1L),
        });

    /// <summary>For customers with several deals in the period, who may count for several keys.</summary>
    internal static IQueryable<DealSum> Together(IQueryable<KeyedLine> lines)
        => lines.Where(line => !line.IsAlone).Customers().GroupBy(customer => customer.Key).Select(group => new DealSum
        {
            Key = group.Key,
            AddsUp = false,
            Deals = group.Sum(customer => (long)customer.Deals),
            Customers = group.LongCount(),
            Amount = group.Sum(customer => customer.Amount),
            Repeat = group.Sum(customer => customer.Last >= 2 ? 1L : 0L),
            Days = group.Sum(customer => customer.First % Pack == 0 ? 0L : (customer.First % Pack) - Shift),
            Dated = group.Sum(customer => customer.First % Pack == 0 ? 0L : 1L),
        });

    /// <summary>
    /// Where all deals of everybody count under one key, each tells alone what it adds: the first of the period brings its customer and its days,
    /// and a customer repeats when his first there is not his first ever, or when his second ever is there too.
    /// </summary>
    internal static IQueryable<DealSum> WholeDeals(IQueryable<KeyedLine> lines)
        => lines.GroupBy(line => line.Key).Select(group => new DealSum
        {
            Key = group.Key,
            Customers = group.Sum(line => line.IsFirst ? 1L : 0L),
            Amount = group.Sum(line => line.Amount),
            Repeat = group.Sum(line => line.IsFirst ? (line.Ordinal >= 2 ? 1L : 0L) : (line.Ordinal == 2 ? 1L : 0L)),
            Days = group.Sum(line => line.IsFirst ? (long)(line.SalesDays ?? 0) : 0L),
            Dated = group.Sum(line => line.IsFirst && line.SalesDays != null ? 1L : 0L),
        });

    internal static IQueryable<ClosedSum> Closed(IQueryable<KeyedLine> lines)
        => lines.GroupBy(line => line.Key).Select(group => new ClosedSum
        {
            Key = group.Key,
            All = group.LongCount(),
            Won = group.Sum(line => line.IsWon ? 1L : 0L),
            Amount = group.Sum(line => line.IsWon ? line.Amount : 0),
            Priced = group.Sum(line => line.IsWon && line.HasDeal ? 1L : 0L),
            Days = group.Sum(line => line.IsWon ? (long?)line.SalesDays : null) ?? 0L,
            Dated = group.Sum(line => line.IsWon && line.SalesDays != null ? 1L : 0L),
        });

    /// <summary>All parts by one command.</summary>
    internal static IQueryable<T> Concat<T>(IEnumerable<IQueryable<T>> parts) => parts.Aggregate((one, other) => one.Concat(other));

    /// <summary>Each part knows its own sums; together they are the figures.</summary>
    internal static Dictionary<long, Figures> Figures(IEnumerable<LeadSum> leads, IEnumerable<DealSum> deals, IEnumerable<ClosedSum> closed)
    {
        var figures = new Dictionary<long, Figures>();
        foreach (var lead in leads)
        {
            figures[lead.Key] = Of(lead.Key) with { Leads = lead.Dated, UndatedLeads = lead.All - lead.Dated };
        }

        foreach (var deal in deals)
        {
            figures[deal.Key] = deal.AddTo(Of(deal.Key));
        }

        foreach (var sum in closed)
        {
            figures[sum.Key] = Of(sum.Key) with { WonDeals = sum.Won, LostDeals = sum.All - sum.Won, WonAmount = sum.Amount, PricedDeals = sum.Priced, WonDays = sum.Days, DatedDeals = sum.Dated };
        }

        return figures;

        Figures Of(long key) => figures.GetValueOrDefault(key, Metrics.Figures.None);
    }

    /// <summary>The sum of scopes that share no record; customers may be shared, so their figures are not for adding.</summary>
    internal static Figures SumOf(IEnumerable<Figures> parts) => parts.Aggregate(Metrics.Figures.None, (sum, part) => sum with
    {
        Leads = sum.Leads + part.Leads,
        UndatedLeads = sum.UndatedLeads + part.UndatedLeads,
        WonDeals = sum.WonDeals + part.WonDeals,
        LostDeals = sum.LostDeals + part.LostDeals,
        WonAmount = sum.WonAmount + part.WonAmount,
        PricedDeals = sum.PricedDeals + part.PricedDeals,
        WonDays = sum.WonDays + part.WonDays,
        DatedDeals = sum.DatedDeals + part.DatedDeals,
    });
}
