using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Metrics;

/// <summary>Figures of a period as they were reported from outside; null where the report was silent.</summary>
public sealed record ReportedFigures(int? Leads, int? WonCustomers, decimal? Conversion, decimal? Aov, decimal? Repurchase, decimal? Cycle)
{
    public decimal? this[Metric metric] => metric switch
    {
        Metric.Leads => Leads,
        Metric.WonCustomers => WonCustomers,
        Metric.Conversion => Conversion,
        Metric.Aov => Aov,
        Metric.Repurchase => Repurchase,
        Metric.Cycle => Cycle,
        _ => null,
    };
}

/// <summary>One row of the quarterly template (销售数据分析表).</summary>
/// <param name="Reported">Null unless the period was reported from outside.</param>
/// <param name="WrittenProblem">What a person wrote; null lets <paramref name="Problem"/> be the generated one.</param>
/// <param name="Version">Of the written texts; null while there are none.</param>
public sealed record PeriodRow(
    Period Period, Figures Figures, ReportedFigures? Reported, IReadOnlyDictionary<Metric, decimal> Targets, IReadOnlyList<Gap> Gaps,
    Text? Problem, string? WrittenProblem, string? Measure, Guid? Version)
{
    /// <summary>The figure that the template shows: as reported where it was, otherwise as computed.</summary>
    public decimal? Shown(Metric metric) => Reported?[metric] ?? Figures[metric];

    public Gap? GapOf(Metric metric) => Gaps.FirstOrDefault(gap => gap.Metric == metric);
}

/// <summary>The quarterly table: several periods with figures, targets, problems and measures.</summary>
/// <param name="IsCompany">The reader sees the whole company, so that its targets for counts, its reports and its texts are his.</param>
public sealed record PeriodSheet(bool IsCompany, IReadOnlyList<PeriodRow> Rows);

/// <summary>Reads the quarterly table, oldest period first.</summary>
public sealed class PeriodTable(CrmDbContext db, MetricsSeries series)
{
    public async Task<PeriodSheet> ReadAsync(Period last, int count, Actor actor, CancellationToken cancellationToken, bool byDealToo = true)
    {
        var isCompany = await db.IsWholeFor(actor, cancellationToken);
        var points = await series.ReadAsync(last, count, byDealToo, actor, cancellationToken);
        var names = points.Select(point => point.Period.ToString()).ToList();
        var reports = isCompany
            ? await db.PeriodReports.AsNoTracking().Where(report => names.Contains(report.Period)).ToDictionaryAsync(report => report.Period, cancellationToken)
            : [];
        var targets = (await db.Targets.AsNoTracking().Where(target => names.Contains(target.Period)).ToListAsync(cancellationToken))
            .Where(target => isCompany || !target.Metric.AddsUp())
            .ToLookup(target => target.Period);
        return new PeriodSheet(isCompany, points.Select(point => RowOf(point, reports.GetValueOrDefault(point.Period.ToString()), targets[point.Period.ToString()])).ToList());
    }

    private static PeriodRow RowOf(PeriodFigures point, PeriodReport? report, IEnumerable<Target> targets)
    {
        var due = targets.ToDictionary(target => target.Metric, target => target.Value);
        var gaps = MetricWords.Targeted.Select(metric => Gap.Of(metric, point.Figures, due)).OfType<Gap>().ToList();
        var reported = report is null ? null : new ReportedFigures(report.Leads, report.WonCustomers, report.Conversion, report.Aov, report.Repurchase, report.Cycle);
        if (reported == new ReportedFigures(null, null, null, null, null, null))
        {
            reported = null;
        }

        var problem = report?.Problem is { } written ? Verbatim(written) : Diagnosis.ProblemOf(gaps);
        return new PeriodRow(point.Period, point.Figures, reported, due, gaps, problem, report?.Problem, report?.Measure, report?.Version);
    }

    /// <summary>A person's own words, in whatever language, braces and all.</summary>
    private static Text Verbatim(string words) => new("{0}", words);
}
