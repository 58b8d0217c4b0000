using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Metrics;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Dashboards;

/// <summary>One of the five figures: now, over the last periods, and against its target.</summary>
/// <param name="Values">Oldest first; the last is <paramref name="Value"/>.</param>
public sealed record HeadlineFigure(Metric Metric, decimal? Value, IReadOnlyList<decimal?> Values, decimal? Target, Gap? Gap);

/// <param name="Targets">Every target of the period and of the months that the forecast shows, by period and metric.</param>
public sealed record HeadlineSheet(Figures Figures, IReadOnlyList<HeadlineFigure> Rows, IReadOnlyDictionary<(string Period, Metric Metric), decimal> Targets);

/// <summary>The five headline figures with their course over five periods.</summary>
public sealed class Headline(CrmDbContext db, MetricsSeries series)
{
    private const int Periods = 5;

    /// <param name="isCompany">The company's targets for counts and amounts are the reader's too.</param>
    public async Task<HeadlineSheet> ReadAsync(Period period, IEnumerable<Period> months, bool isCompany, Actor actor, CancellationToken cancellationToken)
    {
        var points = await series.ReadAsync(period, Periods, byDealToo: false, actor, cancellationToken);
        var names = months.SelectMany(month => new[] { month, Period.Around(month.First, PeriodKind.Quarter) }).Append(period).Select(p => p.ToString()).Distinct().ToList();
        var targets = (await db.Targets.Where(target => names.Contains(target.Period)).Select(target => new { target.Period, target.Metric, target.Value }).ToListAsync(cancellationToken))
            .Where(target => isCompany || !target.Metric.AddsUp())
            .ToDictionary(target => (target.Period, target.Metric), target => target.Value);
        var due = targets.Where(target => target.Key.Period == period.ToString()).ToDictionary(target => target.Key.Metric, target => target.Value);
        var figures = points[^1].Figures;
        var rows = MetricWords.Headline.Select(metric => new HeadlineFigure(
            metric, figures[metric], points.Select(point => point.Figures[metric]).ToList(),
            due.TryGetValue(metric, out var target) ? target : null, Gap.Of(metric, figures, due))).ToList();
        return new HeadlineSheet(figures, rows, targets);
    }
}
