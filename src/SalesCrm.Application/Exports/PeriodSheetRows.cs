using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Metrics;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Exports;

/// <summary>销售数据分析表(季度): the figures as reported where they were, otherwise as computed.</summary>
internal sealed class PeriodSheetRows(CrmDbContext db, PeriodTable periods)
{
    /// <summary>The period asked for; without one every period that was reported, or the current quarter where none was.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<SheetCell>>> ReadAsync(Period? period, DateOnly today, Actor actor, CancellationToken cancellationToken)
    {
        var wanted = period is { } one ? [one] : (await db.PeriodReports.AsNoTracking().Select(report => report.Period).ToListAsync(cancellationToken)).ConvertAll(Period.Parse);
        wanted = wanted.Count > 0 ? wanted : [CompanyClock.QuarterOf(today)];
        wanted.Sort();
        var rows = new List<IReadOnlyList<SheetCell>>();
        foreach (var each in wanted)
        {
            rows.Add(await RowAsync(each, actor, cancellationToken));
        }

        return rows;
    }

    /// <summary>What the template shows for a metric: whole numbers, ratios to two places.</summary>
    internal static decimal? Shown(PeriodRow row, Metric metric) => row.Shown(metric) is { } figure ? decimal.Round(figure, 2, MidpointRounding.AwayFromZero) : null;

    private async Task<IReadOnlyList<SheetCell>> RowAsync(Period period, Actor actor, CancellationToken cancellationToken)
    {
        var row = (await periods.ReadAsync(period, 1, actor, cancellationToken)).Rows[^1];
        return
        [
            Translations.Chinese.Say(period.Name), SheetCell.Of(Shown(row, Metric.Leads)), SheetCell.Of(Shown(row, Metric.WonCustomers)), SheetCell.Of(Shown(row, Metric.Conversion)),
            SheetCell.Of(Shown(row, Metric.Aov)), SheetCell.Of(Shown(row, Metric.Repurchase)), SheetCell.Of(Shown(row, Metric.Cycle)),
            row.Problem is { } problem ? Translations.Chinese.Say(problem) : null, row.Measure,
        ];
    }
}
