using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Metrics;

/// <summary>The figures of one period of a series.</summary>
public sealed record PeriodFigures(Period Period, Figures Figures);

/// <summary>The figures of several periods in a row, for everything that the reader reaches; oldest first.</summary>
public sealed class MetricsSeries(CrmDbContext db)
{
    /// <param name="last">The latest period of the series.</param>
    /// <param name="count">How many periods, 1 to 40.</param>
    /// <param name="byDealToo">False leaves out the figures by deal and saves their query.</param>
    public async Task<IReadOnlyList<PeriodFigures>> ReadAsync(Period last, int count, bool byDealToo, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(count is >= 1 and <= 40, true, nameof(count));
        var periods = new List<Period> { last };
        while (periods.Count < count && periods[^1].First.Year > 1900)
        {
            periods.Add(periods[^1].Previous);
        }

        periods.Reverse();
        var counting = await db.CountingAsync(actor, cancellationToken);

        // Each period by itself, because days lie in order in the index; one grouping over all of them would have to sort.
        var leads = await Each(period => db.LeadLines(counting, period.First, period.Last), FigureSums.Leads).ToListAsync(cancellationToken);
        var deals = await Each<DealSum>(period => db.DealLines(counting, period.First, period.Last), counting.CountsAll(WholeKinds.Deals) ? FigureSums.WholeDeals : FigureSums.Deals).ToListAsync(cancellationToken);
        var closed = byDealToo ? await Each(period => db.ClosedLines(counting, period.First, period.Last), FigureSums.Closed).ToListAsync(cancellationToken) : [];
        var figures = FigureSums.Figures(leads, deals, closed);
        return periods.Select((period, place) => new PeriodFigures(period, figures.GetValueOrDefault(place, Figures.None))).ToList();

        IQueryable<T> Each<T>(Func<Period, IQueryable<FigureLine>> lines, Func<IQueryable<KeyedLine>, IQueryable<T>> sums)
            => FigureSums.Concat(periods.Select((period, place) => sums(lines(period).With(place))));
    }
}
