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
    /// <summary>The months of the half-year that begins with the period's quarter.</summary>
    public static IReadOnlyList<Period> MonthsOf(Period period)
    {
        var first = Period.Around(Period.Around(period.First, PeriodKind.Quarter).First, PeriodKind.Month);
        var months = new List<Period> { first };
        while (months.Count < 6 && months[^1].Last < new DateOnly(2100, 12, 1))
        {
            months.Add(months[^1].Next);
        }

        return months;
    }

    public async Task<ForecastSheet> ReadAsync(IReadOnlyList<Period> months, FunnelSheet stages, IReadOnlyDictionary<(string Period, Metric Metric), decimal> targets, Actor actor, CancellationToken cancellationToken)
    {
        var (first, last) = (months[0].First, months[^1].Last);
        var won = db.CountedDeals(actor).Where(deal => deal.On >= first && deal.On <= last)
            .Select(deal => new { Stage = (int)StageCode.Won, Month = (deal.On.Year * 12) + deal.On.Month, deal.Amount });
        var open = db.CountedOpportunities(actor).Where(o => o.Status == OpportunityStatus.Open)
            .Select(o => new { Stage = (int)o.Stage, Month = o.ExpectedCloseOn == null ? 0 : (o.ExpectedCloseOn.Value.Year * 12) + o.ExpectedCloseOn.Value.Month, Amount = o.Amount ?? 0 });
        var sums = await won.Concat(open).GroupBy(line => new { line.Stage, line.Month })
            .Select(group => new { group.Key.Stage, group.Key.Month, Count = group.LongCount(), Amount = group.Sum(line => line.Amount) })
            .ToListAsync(cancellationToken);

        var thisMonth = Key(clock.ThisPeriod(PeriodKind.Month));
        var standing = sums.Where(sum => sum.Stage != (int)StageCode.Won)
            .Select(sum => new { Stage = (StageCode)sum.Stage, sum.Month, sum.Count, sum.Amount, Weighted = sum.Amount * stages.ProbabilityOf((StageCode)sum.Stage) / 100 })
            .ToList();
        return new ForecastSheet(
            months.Select(month => new ForecastPoint(
                month,
                sums.Where(sum => sum.Stage == (int)StageCode.Won && sum.Month == Key(month)).Sum(sum => sum.Amount),
                standing.Where(sum => sum.Month == Key(month) && sum.Month >= thisMonth).Sum(sum => sum.Weighted),
                TargetOf(month, targets))).ToList(),
            standing.GroupBy(sum => sum.Stage).OrderBy(stage => stage.Key)
                .Select(stage => new OpenStage(stage.Key, stage.Sum(sum => sum.Count), stage.Sum(sum => sum.Amount), stage.Sum(sum => sum.Weighted))).ToList(),
            standing.Where(sum => sum.Month < thisMonth).Sum(sum => sum.Weighted));
    }

    /// <summary>The month's own target, otherwise a third of its quarter's.</summary>
    private static decimal? TargetOf(Period month, IReadOnlyDictionary<(string Period, Metric Metric), decimal> targets)
        => targets.TryGetValue((month.ToString(), Metric.Amount), out var own) ? own
            : targets.TryGetValue((Period.Around(month.First, PeriodKind.Quarter).ToString(), Metric.Amount), out var quarter) ? quarter / 3
            : null;

    private static int Key(Period month) => (month.Year * 12) + month.Number;
}
