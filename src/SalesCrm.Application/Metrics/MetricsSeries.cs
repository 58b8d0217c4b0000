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
        var (from, until) = (periods[0].First, last.Last);
        var key = FigureKey.Of(periods);
        var figures = FigureSums.Together(
            await FigureSums.LeadsAsync(db.LeadLines(actor, from, until).With(key), cancellationToken),
            await FigureSums.DealsAsync(db.DealLines(actor, from, until).With(key), cancellationToken),
            byDealToo ? await FigureSums.ClosedAsync(db.ClosedLines(actor, from, until).With(key), cancellationToken) : []);
        return periods.Select((period, place) => new PeriodFigures(period, figures.GetValueOrDefault(place, Figures.None))).ToList();
    }
}
