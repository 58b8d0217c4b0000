using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Metrics;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Time;
using static SalesCrm.Application.Imports.Mapping.FieldReaders;

namespace SalesCrm.Application.Imports.Kinds;

/// <summary>Figures of a period as they were reported, with problem and measure: the template 销售数据分析表(季度).</summary>
internal sealed class PeriodKind : ImportKind
{
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PeriodRow> _shown = new(StringComparer.Ordinal);
    private Dictionary<string, PeriodReport> _known = [];

    public override string Name => "periods";

    public override Text Title => "销售数据分析";

    public override string TitleField => "Period";

    public override IReadOnlyList<ImportField> Fields { get; } = HeaderWords.AddedTo("periods",
    [
        new ImportField("Period", "统计周期", FieldReaders.Period).Required(),
        new ImportField("Leads", "线索数量", Count),
        new ImportField("WonCustomers", "成交客户数量", Count),
        new ImportField("Conversion", "转化率(%)", Percent),
        new ImportField("Aov", "客单价(元)", Money),
        new ImportField("Repurchase", "复购率(%)", Percent),
        new ImportField("Cycle", "平均销售周期(天)", Days),
        new ImportField("Problem", "主要问题", Lines(1000)),
        new ImportField("Measure", "优化措施", Lines(1000)),
    ]);

    public override bool IsFor(Actor actor) => actor.SeesEverything;

    public override async Task CheckAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var source = run.IsDry ? run.Db.PeriodReports.AsNoTracking() : run.Db.PeriodReports;
        _known = await source.ToDictionaryAsync(report => report.Period, cancellationToken);
        foreach (var row in rows.Where(row => row.Has("Period")))
        {
            if (!_seen.TryAdd(KeyOf(row), row.Number))
            {
                row.Refuse("Period", new Text("与第 {0} 行的统计周期相同", _seen[KeyOf(row)]));
                continue;
            }

            var periods = new PeriodTable(run.Db, new MetricsSeries(run.Db));
            _shown[KeyOf(row)] = (await periods.ReadAsync(row.Value<Period>("Period")!.Value, 1, run.Actor, cancellationToken)).Rows[^1];
        }
    }

    public override Task ApplyAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            var found = _known.GetValueOrDefault(KeyOf(row));
            var report = found ?? new PeriodReport { Period = KeyOf(row) };
            var edit = new RowEdit(row, found is null);
            var shown = _shown[KeyOf(row)];
            Take("线索数量", Metric.Leads, row.Value<int>("Leads"), value => report.Leads = (int)value);
            Take("成交客户数量", Metric.WonCustomers, row.Value<int>("WonCustomers"), value => report.WonCustomers = (int)value);
            Take("转化率(%)", Metric.Conversion, row.Value<decimal>("Conversion"), value => report.Conversion = value);
            Take("客单价(元)", Metric.Aov, row.Value<decimal>("Aov"), value => report.Aov = value);
            Take("复购率(%)", Metric.Repurchase, row.Value<decimal>("Repurchase"), value => report.Repurchase = value);
            Take("平均销售周期(天)", Metric.Cycle, row.Value<decimal>("Cycle"), value => report.Cycle = value);
            edit.Set("主要问题", shown.Problem is { } problem ? Translations.Chinese.Say(problem) : null, row.Text("Problem"), value => report.Problem = value);
            edit.Set("优化措施", shown.Measure, row.Text("Measure"), value => report.Measure = value);
            row.Outcome = !edit.HasChanged ? RowOutcome.Unchanged : found is null ? RowOutcome.Created : RowOutcome.Updated;
            if (row.Outcome == RowOutcome.Created && !run.IsDry)
            {
                run.Db.PeriodReports.Add(report);
            }

            // What the table shows anyway, because it is computed, is no report from outside.
            void Take(Text label, Metric metric, decimal? now, Action<decimal> set)
                => edit.Set(label, shown.Shown(metric) is { } figure ? decimal.Round(figure, 2, MidpointRounding.AwayFromZero) : null, now, set);
        }

        return Task.CompletedTask;
    }

    private static string KeyOf(ImportRow row) => row.Value<Period>("Period")!.Value.ToString();
}
