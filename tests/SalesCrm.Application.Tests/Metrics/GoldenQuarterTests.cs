using SalesCrm.Application.Metrics;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Metrics;

public sealed class GoldenQuarterTests : IAsyncLifetime
{
    private static readonly Period Quarter = Period.OfQuarter(2024, 1);
    private TestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        await _database.Read(async db => { await GoldenQuarter.TellAsync(db); return 0; });
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Z1_gives_the_five_headline_figures()
    {
        var figures = (await Table(Breakdown.Company)).Total.Figures;

        Assert.Equal((120, 36, 1_620_000m, 9, 1_620), (figures.Leads, figures.WonCustomers, figures.Amount, figures.RepeatCustomers, figures.CycleDays));
        Assert.Equal((30m, 45_000m, 25m, 45m), (figures[Metric.Conversion], figures[Metric.Aov], figures[Metric.Repurchase], figures[Metric.Cycle]));
    }

    [Fact]
    public async Task Z1_misses_its_target_by_five_points_and_no_anomaly()
    {
        var row = (await PeriodRows(World.Admin)).Rows[^1];

        Assert.Equal("线索转化率低于目标(35%)", row.Problem?.ToString());
        Assert.Equal("Lead conversion below target (35%)", Translations.English.Say(row.Problem!.Value));
        var gap = row.GapOf(Metric.Conversion)!;
        Assert.Equal((-5m, "-14.3", true, false), (gap.Ahead, gap.AheadPercent!.Value.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture), gap.IsMissed, gap.IsAnomaly));
    }

    [Fact]
    public async Task Z3_loses_most_before_the_needs_analysis()
    {
        var funnel = await _database.With<Funnel, FunnelSheet>(reader => reader.ReadAsync(Quarter, World.Boss, default));

        Assert.Equal([120, 96, 54, 45, 36], funnel.Steps.Select(step => step.Reached));
        Assert.Equal([null, 80m, 56.25m, 100m * 45 / 54, 80m], funnel.Steps.Select(step => step.Rate));
        Assert.Equal(30m, funnel.Whole);
        Assert.Equal(("需求深度挖掘", 42), (funnel.Worst!.Name, funnel.LostBefore(funnel.Worst)));
        Assert.All(funnel.Steps.Take(4), step => Assert.Equal(5m, step.Days));
    }

    [Fact]
    public async Task Z4_splits_the_leads_by_source()
    {
        var sheet = await Table(Breakdown.Source);

        Assert.Equal(
            [("展会", 40, 16, 40m), ("官网", 30, 6, 20m), ("转介绍", 20, 10, 50m), ("陌拜", 30, 4, 40m / 3)],
            new[] { "展会", "官网", "转介绍", "陌拜" }.Select(name => sheet.Rows.Single(row => row.Scope == name)).Select(row => (row.Scope, (int)row.Figures.Leads, (int)row.Figures.WonCustomers, row.Figures[Metric.Conversion]!.Value)));
        Assert.Equal((120, 36), (sheet.Rows.Sum(row => row.Figures.Leads), sheet.Rows.Sum(row => row.Figures.WonCustomers)));
    }

    [Fact]
    public async Task Low_conversion_names_step_source_and_advice()
    {
        var row = (await PeriodRows(World.Admin)).Rows[^1];
        var funnel = await _database.With<Funnel, FunnelSheet>(reader => reader.ReadAsync(Quarter, World.Admin, default));

        var diagnosis = new Diagnosis(row.Gaps, funnel, (await Table(Breakdown.Source)).Rows, (await Table(Breakdown.Rep)).Rows);

        Assert.Equal(StageCode.NeedsAnalysis, diagnosis.Leak?.Stage);
        Assert.Equal("56.3", diagnosis.Leak!.Rate!.Value.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("陌拜", diagnosis.WeakestSource?.Scope);
        Assert.Null(diagnosis.WeakestPerson);
        Assert.Equal(["增加“需求挖掘”专项培训，每周1次"], diagnosis.Advice.Select(advice => advice.ToString()));
    }

    [Fact]
    public void A_shortfall_of_fifteen_percent_is_an_anomaly()
    {
        var figures = new Figures { Leads = 100, WonCustomers = 85, CycleDays = 115, CycleCustomers = 1 };

        var low = Gap.Of(Metric.Conversion, figures, new Dictionary<Metric, decimal> { [Metric.Conversion] = 100 })!;
        var slow = Gap.Of(Metric.Cycle, figures, new Dictionary<Metric, decimal> { [Metric.Cycle] = 100 })!;
        var met = Gap.Of(Metric.Cycle, figures, new Dictionary<Metric, decimal> { [Metric.Cycle] = 115 })!;

        Assert.True(low is { IsMissed: true, IsAnomaly: true, Ahead: -15 });
        Assert.True(slow is { IsMissed: true, IsAnomaly: true, AheadPercent: -15 });
        Assert.False(met.IsMissed);
        Assert.Null(Diagnosis.ProblemOf([met]));
        Assert.Equal("线索转化率低于目标(100%)；平均销售周期高于目标(100天)", Diagnosis.ProblemOf([low, slow])!.Value.ToString());
    }

    [Fact]
    public async Task Written_texts_replace_the_generated_problem_and_notice_a_change()
    {
        var edited = await Edit("转化率{0}偏低", " 增加“需求挖掘”专项培训，每周1次 ", null, World.Boss);
        Assert.True(edited.IsDone);
        var row = (await PeriodRows(World.Boss)).Rows[^1];
        Assert.Equal(("转化率{0}偏低", "增加“需求挖掘”专项培训，每周1次"), (row.Problem?.ToString(), row.Measure));

        Assert.Equal(OutcomeKind.Conflict, (await Edit("别的", null, null, World.Admin)).Kind);
        Assert.Equal(OutcomeKind.Conflict, (await Edit("别的", null, Guid.NewGuid(), World.Admin)).Kind);
        Assert.Equal(OutcomeKind.Forbidden, (await Edit("别的", null, row.Version, World.Manager)).Kind);
        Assert.Equal(OutcomeKind.Invalid, (await Edit(new string('长', 1001), null, row.Version, World.Admin)).Kind);
        Assert.Equal("转化率{0}偏低", (await PeriodRows(World.Admin)).Rows[^1].Problem?.ToString());

        Assert.True((await Edit(" ", null, row.Version, World.Admin)).IsDone);
        Assert.Equal("线索转化率低于目标(35%)", (await PeriodRows(World.Admin)).Rows[^1].Problem?.ToString());
    }

    [Fact]
    public async Task Reported_figures_stay_beside_the_computed_ones()
    {
        await _database.Read(async db =>
        {
            db.PeriodReports.Add(new PeriodReport { Period = "2024Q1", Leads = 118, Conversion = 30.5m });
            await db.SaveAsync(Actor.System, default);
            return 0;
        });

        var row = (await PeriodRows(World.Admin)).Rows[^1];

        Assert.Equal((118m, 120m), (row.Shown(Metric.Leads), row.Figures[Metric.Leads]));
        Assert.Equal(45_000m, row.Shown(Metric.Aov));
        Assert.Null((await PeriodRows(World.Manager)).Rows[^1].Reported);
    }

    [Fact]
    public async Task Targets_are_set_by_those_who_lead_the_company()
    {
        var sheet = (await Targets(World.Boss))!;
        var conversion = sheet.Single(row => row.Metric == Metric.Conversion);
        Assert.Equal(35m, conversion.Value);

        Assert.Equal(OutcomeKind.Forbidden, (await Set(World.Manager, (Metric.Conversion, "28", conversion.Version))).Kind);
        Assert.Equal(OutcomeKind.Conflict, (await Set(World.Boss, (Metric.Conversion, "28", null))).Kind);
        var bad = await Set(World.Boss, (Metric.Conversion, "很多", conversion.Version), (Metric.Leads, "1.5", null), (Metric.Aov, "-3", null), (Metric.WinRate, "120", null));
        Assert.Equal(["aov", "conversion", "leads", "win-rate"], bad.Problems.Select(problem => problem.Property).Order());

        Assert.True((await Set(World.Boss, (Metric.Conversion, "28%", conversion.Version), (Metric.Leads, "115", null), (Metric.Aov, "4.4万", null))).IsDone);
        var boss = (await PeriodRows(World.Boss)).Rows[^1];
        Assert.Equal((28m, 115m, 44_000m), (boss.Targets[Metric.Conversion], boss.Targets[Metric.Leads], boss.Targets[Metric.Aov]));
        Assert.False((await PeriodRows(World.Manager)).Rows[^1].Targets.ContainsKey(Metric.Leads));

        var set = (await Targets(World.Admin))!;
        Assert.Null(await Targets(World.Manager));
        Assert.True((await Set(World.Admin, (Metric.Leads, " ", set.Single(row => row.Metric == Metric.Leads).Version))).IsDone);
        Assert.False((await PeriodRows(World.Admin)).Rows[^1].Targets.ContainsKey(Metric.Leads));
    }

    [Fact]
    public async Task The_csv_holds_raw_figures_and_leaves_undefined_ones_empty()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        await MetricsCsv.WriteAsync(await Table(Breakdown.Rep), writer, default);
        var lines = writer.ToString().Split('\n');

        Assert.Equal("scope,leads,won_customers,conversion,aov,repurchase,cycle,won_deals,lost_deals,win_rate,deal_size,deal_days", lines[0]);
        Assert.Contains("林晓雯,120,36,30,45000,25,45,36,0,100,45000,45", lines);
        Assert.Contains("周启航,0,0,,,,,0,0,,,", lines);
    }

    private Task<MetricsSheet> Table(Breakdown breakdown)
        => _database.With<MetricsTable, MetricsSheet>(table => table.ReadAsync(Quarter, breakdown, World.Admin, default));

    private Task<IReadOnlyList<TargetRow>?> Targets(Actor actor) => _database.With<TargetSheet, IReadOnlyList<TargetRow>?>(reader => reader.ReadAsync(Quarter, actor, default));

    private Task<PeriodSheet> PeriodRows(Actor actor) => _database.With<PeriodTable, PeriodSheet>(table => table.ReadAsync(Quarter, 3, actor, default));

    private Task<Outcome> Edit(string problem, string? measure, Guid? version, Actor actor)
        => _database.With<EditPeriodReport, Outcome>(edit => edit.ExecuteAsync(Quarter, new() { Problem = problem, Measure = measure, Version = version }, actor, default));

    private Task<Outcome> Set(Actor actor, params (Metric Metric, string Value, Guid? Version)[] lines)
        => _database.With<SetTargets, Outcome>(set => set.ExecuteAsync(Quarter, lines.Select(line => new SetTargets.Line { Metric = line.Metric, Value = line.Value, Version = line.Version }).ToList(), actor, default));
}
