using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Metrics;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Dashboards;

/// <summary>One month: what was won, what the open opportunities are worth by the chance of their stage, what was aimed for. Yuan.</summary>
public sealed record ForecastPoint(Period Month, decimal Won, decimal Weighted, decimal? Target);

/// <summary>What stands in a stage now.</summary>
public sealed record OpenStage(StageCode Stage, long Count, decimal Amount, decimal Weighted);

/// <param name="Late">Yuan, weighted, of those whose expected date has passed or is not set; no month counts them.</param>
public sealed record ForecastSheet(IReadOnlyList<ForecastPoint> Months, IReadOnlyList<OpenStage> Open, decimal Late)
{
    public decimal Expected => Months.Sum(month => month.Won + month.Weighted);

    /// <summary>Null unless every month has a target.</summary>
    public decimal? Target => Months.Any(month => month.Target is null) ? null : Months.Sum(month => month.Target);
}

/// <summary>Won and weighted open amounts by month, six months from the beginning of a quarter.</summary>
public sealed class Forecast(CrmDbContext db, CompanyClock clock)
{
    private const int Shown = 6;
    private const int Late = -1;
    private const int Beyond = Shown;

    /// <summary>The months of the half-year that begins with the period's quarter.</summary>
    public static IReadOnlyList<Period> MonthsOf(Period period)
    {
        var first = Period.Around(Period.Around(period.First, PeriodKind.Quarter).First, PeriodKind.Month);
        var months = new List<Period> { first };
        while (months.Count < Shown && months[^1].Last < new DateOnly(2100, 12, 1))
        {
            months.Add(months[^1].Next);
        }

        return months;
    }

    public async Task<ForecastSheet> ReadAsync(IReadOnlyList<Period> months, FunnelSheet stages, IReadOnlyDictionary<(string Period, Metric Metric), decimal> targets, Actor actor, CancellationToken cancellationToken)
    {
        var thisMonth = clock.ThisPeriod(PeriodKind.Month).First;
        var sums = await FigureSums.Concat(months.Select((month, place) => Won(month, place, actor)).Append(Open(months, thisMonth, actor))).ToListAsync(cancellationToken);
        var standing = sums.Where(sum => sum.Stage != (int)StageCode.Won)
            .Select(sum => new { Stage = (StageCode)sum.Stage, sum.Month, sum.Count, sum.Amount, Weighted = sum.Amount * stages.ProbabilityOf((StageCode)sum.Stage) / 100 })
            .ToList();
        return new ForecastSheet(
            months.Select((month, place) => new ForecastPoint(
                month,
                sums.Where(sum => sum.Stage == (int)StageCode.Won && sum.Month == place).Sum(sum => sum.Amount),
                standing.Where(sum => sum.Month == place).Sum(sum => sum.Weighted),
                TargetOf(month, targets))).ToList(),
            standing.GroupBy(sum => sum.Stage).OrderBy(stage => stage.Key)
                .Select(stage => new OpenStage(stage.Key, stage.Sum(sum => sum.Count), stage.Sum(sum => sum.Amount), stage.Sum(sum => sum.Weighted))).ToList(),
            standing.Where(sum => sum.Month == Late).Sum(sum => sum.Weighted));
    }

    private IQueryable<MonthSum> Won(Period month, int place, Actor actor)
    {
        var (first, last) = (month.First, month.Last);
        return db.CountedDeals(actor).Where(deal => deal.On >= first && deal.On <= last).GroupBy(_ => place)
            .Select(group => new MonthSum { Stage = (int)StageCode.Won, Month = group.Key, Count = group.LongCount(), Amount = group.Sum(deal => deal.Amount) });
    }

    /// <summary>Comparing with the ends of the months is far cheaper than taking each day apart into year and month.</summary>
    private IQueryable<MonthSum> Open(IReadOnlyList<Period> months, DateOnly thisMonth, Actor actor)
    {
        var ends = Enumerable.Range(0, Shown).Select(place => months[Math.Min(place, months.Count - 1)].Last).ToArray();
        return db.CountedOpportunities(actor).Where(o => o.Status == OpportunityStatus.Open)
            .Select(o => new
            {
                Stage = (int)o.Stage,
                Month = o.ExpectedCloseOn == null || o.ExpectedCloseOn < thisMonth ? Late
                    : o.ExpectedCloseOn <= ends[0] ? 0
                    : o.ExpectedCloseOn <= ends[1] ? 1
                    : o.ExpectedCloseOn <= ends[2] ? 2
                    : o.ExpectedCloseOn <= ends[3] ? 3
                    : o.ExpectedCloseOn <= ends[4] ? 4
                    : o.ExpectedCloseOn <= ends[5] ? 5
                    : Beyond,
                Amount = o.Amount ?? 0,
            })
            .GroupBy(line => new { line.Stage, line.Month })
            .Select(group => new MonthSum { Stage = group.Key.Stage, Month = group.Key.Month, Count = group.LongCount(), Amount = group.Sum(line => line.Amount) });
    }

    /// <summary>The month's own target, otherwise a third of its quarter's.</summary>
    private static decimal? TargetOf(Period month, IReadOnlyDictionary<(string Period, Metric Metric), decimal> targets)
        => targets.TryGetValue((month.ToString(), Metric.Amount), out var own) ? own
            : targets.TryGetValue((Period.Around(month.First, PeriodKind.Quarter).ToString(), Metric.Amount), out var quarter) ? quarter / 3
            : null;

    /// <summary>What was won in a month, or what stands in a stage and is expected in it.</summary>
    private sealed class MonthSum
    {
        public int Stage { get; init; }

        /// <summary>Place among the months that are shown, <see cref="Late"/> or <see cref="Beyond"/>.</summary>
        public int Month { get; init; }

        public long Count { get; init; }
        public decimal Amount { get; init; }
    }
}
