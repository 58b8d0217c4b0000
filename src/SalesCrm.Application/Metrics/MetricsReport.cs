using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Metrics;

/// <param name="Row">The period's row of the quarterly table.</param>
/// <param name="Before">The period before, for comparison.</param>
/// <param name="IsCompany">The reader may set targets and write problem and measure.</param>
/// <param name="Sources">The figures by source; empty where no target asks for a cause.</param>
public sealed record MetricsReportSheet(MetricsSheet Sheet, PeriodRow Row, PeriodRow Before, bool IsCompany, FunnelSheet Funnel, Diagnosis Diagnosis, IReadOnlyList<MetricsRow> Sources);

/// <summary>Everything about one period: figures by scope, funnel, and what is wrong and where.</summary>
public sealed class MetricsReport(CrmDbContext db, MetricsTable table, PeriodTable periods, Funnel funnel)
{
    public async Task<MetricsReportSheet> ReadAsync(Period period, Breakdown breakdown, Actor reader, CancellationToken cancellationToken)
    {
        var actor = await db.CountingAsync(reader, cancellationToken);
        var sheet = await table.ReadAsync(period, breakdown, actor, cancellationToken);
        var rows = await periods.ReadAsync(period, 2, actor, cancellationToken);
        var steps = await funnel.ReadAsync(period, actor, cancellationToken);
        var row = rows.Rows[^1];
        var asksWhere = row.GapOf(Metric.Conversion) is { IsMissed: true };
        var sources = asksWhere ? await RowsAsync(Breakdown.Source) : [];
        var people = asksWhere ? await RowsAsync(Breakdown.Rep) : [];
        return new MetricsReportSheet(sheet, row, rows.Rows[0], rows.IsCompany, steps, new Diagnosis(row.Gaps, steps, sources, people), sources);

        async Task<IReadOnlyList<MetricsRow>> RowsAsync(Breakdown by)
            => (breakdown == by ? sheet : await table.ReadAsync(period, by, actor, cancellationToken)).Rows;
    }
}
