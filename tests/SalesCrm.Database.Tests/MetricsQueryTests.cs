using SalesCrm.Application.Dashboards;
using SalesCrm.Application.Metrics;
using SalesCrm.Application.MyDay;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Testing;
using SalesCrm.Testing.SqlServer;

namespace SalesCrm.Database.Tests;

public sealed class MetricsQueryTests
{
    private static readonly Period Quarter = Period.OfQuarter(2024, 1);

    public static TheoryData<Breakdown> Breakdowns => new(Enum.GetValues<Breakdown>());

    [Theory]
    [MemberData(nameof(Breakdowns))]
    public async Task The_table_of_figures_speaks_t_sql_in_six_commands(Breakdown breakdown)
    {
        foreach (var actor in new[] { World.Admin, World.Manager, World.Rep })
        {
            var commands = await Sound<MetricsTable>(table => table.ReadAsync(Quarter, breakdown, actor, default));
            Assert.InRange(commands.Count, 3, 6);
        }
    }

    [Fact]
    public async Task Series_funnels_and_the_quarterly_table_speak_t_sql()
    {
        foreach (var last in new[] { Quarter, Period.OfMonth(2024, 3), Period.OfYear(2024) })
        {
            Assert.InRange((await Sound<PeriodTable>(table => table.ReadAsync(last, 8, World.Admin, default))).Count, 4, 6);
        }

        Assert.InRange((await Sound<Funnel>(funnel => funnel.ReadAsync(Quarter, World.Manager, default, Breakdown.Source, 3))).Count, 3, 3);
    }

    [Theory]
    [InlineData(Metric.Leads)]
    [InlineData(Metric.WonCustomers)]
    [InlineData(Metric.Repurchase)]
    [InlineData(Metric.Cycle)]
    [InlineData(Metric.WonDeals)]
    [InlineData(Metric.LostDeals)]
    [InlineData(Metric.DealDays)]
    public async Task The_records_behind_figures_speak_t_sql(Metric metric)
    {
        foreach (var cursor in new[] { null, "KzUwOjE4MTo9MTIzNDU" })
        {
            Assert.InRange((await Sound<MetricRecords>(records => Ignore(records.ReadAsync(new RecordFilter(Quarter, Breakdown.Rep, 4, metric), cursor, World.Manager, default)))).Count, 1, 5);
        }
    }

    [Fact]
    public async Task The_steps_of_the_funnel_speak_t_sql()
        => Assert.NotEmpty(await Sound<MetricRecords>(records => Ignore(records.ReadAsync(new RecordFilter(Quarter, Breakdown.Company, -1, null, Step: StageCode.Proposal, Stopped: true), null, World.Manager, default))));

    [Fact]
    public async Task The_parts_of_a_dashboard_speak_t_sql()
    {
        var stages = new FunnelSheet([]);
        var targets = new Dictionary<(string, Metric), decimal>();
        await Sound<Headline>(reader => reader.ReadAsync(Quarter, Forecast.MonthsOf(Quarter), true, World.Manager, default));
        await Sound<Forecast>(reader => reader.ReadAsync(Forecast.MonthsOf(Quarter), stages, targets, World.Manager, default));
        await Sound<Ranking>(reader => reader.ReadAsync(Quarter, World.Manager, default));
        await Sound<AttentionList>(reader => reader.ReadAsync(stages, World.Manager, default));
        await Sound<OverdueFollowUps>(reader => reader.ReadAsync(World.Manager, default));
        await Sound<DayAgenda>(reader => reader.CountAsync(World.Rep, default));
        await Sound<DataQuality>(reader => Ignore(reader.ReadAsync(World.Admin, default)));
        await Sound<DataQuality>(reader => reader.ImportsAsync(default));
    }

    private static async Task<IReadOnlyList<string>> Sound<TReader>(Func<TReader, Task> read)
        where TReader : notnull
    {
        var commands = await SilentServer.ListenAsync(read);
        Assert.NotEmpty(commands);
        Assert.All(commands, command => TSql.AssertSound(command, typeof(TReader).Name));
        return commands;
    }

    /// <summary>A single row that is not there fails only after its command was spoken.</summary>
    private static async Task Ignore(Task reading)
    {
        try
        {
            await reading;
        }
        catch (InvalidOperationException exception) when (exception.Message.Contains("no elements", StringComparison.Ordinal))
        {
        }
    }
}
