using Microsoft.EntityFrameworkCore;

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

/// <summary>The three grouped queries behind every table of figures; the database counts and sums, ratios come later.</summary>
internal static class FigureSums
{
    /// <summary>More than any ordinal's share of a packed number may need: days of 2,700 years.</summary>
    private const long Pack = 1_000_000;

    /// <summary>Makes room for deals dated before their opportunity; 0 means that the days are unknown.</summary>
    private const long Shift = 100_001;

    internal static async Task<Dictionary<long, Figures>> LeadsAsync(IQueryable<KeyedLine> lines, CancellationToken cancellationToken)
    {
        var sums = await lines.GroupBy(line => line.Key)
            .Select(group => new { group.Key, Dated = group.Sum(line => line.On == null ? 0L : 1L), All = group.LongCount() })
            .ToListAsync(cancellationToken);
        return sums.ToDictionary(sum => sum.Key, sum => new Figures { Leads = sum.Dated, UndatedLeads = sum.All - sum.Dated });
    }

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

    internal static async Task<Dictionary<long, Figures>> DealsAsync(IQueryable<KeyedLine> lines, CancellationToken cancellationToken)
    {
        var sums = await lines.Customers()
            .GroupBy(customer => customer.Key)
            .Select(group => new
            {
                group.Key,
                Customers = group.LongCount(),
                Amount = group.Sum(customer => customer.Amount),
                Repeat = group.Sum(customer => customer.Last >= 2 ? 1L : 0L),
                Days = group.Sum(customer => customer.First % Pack == 0 ? 0L : (customer.First % Pack) - Shift),
                Dated = group.Sum(customer => customer.First % Pack == 0 ? 0L : 1L),
            })
            .ToListAsync(cancellationToken);
        return sums.ToDictionary(sum => sum.Key, sum => new Figures
        {
            WonCustomers = sum.Customers,
            Amount = sum.Amount,
            RepeatCustomers = sum.Repeat,
            CycleDays = sum.Days,
            CycleCustomers = sum.Dated,
        });
    }

    internal static async Task<Dictionary<long, Figures>> ClosedAsync(IQueryable<KeyedLine> lines, CancellationToken cancellationToken)
    {
        var sums = await lines.GroupBy(line => line.Key)
            .Select(group => new
            {
                group.Key,
                All = group.LongCount(),
                Won = group.Sum(line => line.IsWon ? 1L : 0L),
                Amount = group.Sum(line => line.IsWon ? line.Amount : 0),
                Priced = group.Sum(line => line.IsWon && line.HasDeal ? 1L : 0L),
                Days = group.Sum(line => line.IsWon ? (long?)line.SalesDays : null),
                Dated = group.Sum(line => line.IsWon && line.SalesDays != null ? 1L : 0L),
            })
            .ToListAsync(cancellationToken);
        return sums.ToDictionary(sum => sum.Key, sum => new Figures
        {
            WonDeals = sum.Won,
            LostDeals = sum.All - sum.Won,
            WonAmount = sum.Amount,
            PricedDeals = sum.Priced,
            WonDays = sum.Days ?? 0,
            DatedDeals = sum.Dated,
        });
    }

    /// <summary>Each part knows its own sums; together they are the figures.</summary>
    internal static Dictionary<long, Figures> Together(Dictionary<long, Figures> leads, Dictionary<long, Figures> deals, Dictionary<long, Figures> closed)
        => leads.Keys.Union(deals.Keys).Union(closed.Keys).ToDictionary(key => key, key =>
        {
            var (lead, deal) = (leads.GetValueOrDefault(key, Figures.None), deals.GetValueOrDefault(key, Figures.None));
            return closed.GetValueOrDefault(key, Figures.None) with
            {
                Leads = lead.Leads,
                UndatedLeads = lead.UndatedLeads,
                WonCustomers = deal.WonCustomers,
                Amount = deal.Amount,
                RepeatCustomers = deal.RepeatCustomers,
                CycleDays = deal.CycleDays,
                CycleCustomers = deal.CycleCustomers,
            };
        });

    /// <summary>The sum of scopes that share no record; customers may be shared, so their figures are not for adding.</summary>
    internal static Figures SumOf(IEnumerable<Figures> parts) => parts.Aggregate(Figures.None, (sum, part) => sum with
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
