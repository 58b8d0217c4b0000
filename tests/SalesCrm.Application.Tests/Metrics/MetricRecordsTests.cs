using SalesCrm.Application.Metrics;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Metrics;

public sealed class MetricRecordsTests
{
    private static readonly Period Year = Period.OfYear(2023);

    [Fact]
    public async Task Every_count_is_the_number_of_the_records_behind_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Read(async db => { await RandomSales.Facts(21).WriteAsync(db); return 0; });

        foreach (var breakdown in new[] { Breakdown.Company, Breakdown.Office, Breakdown.Source })
        {
            var sheet = await database.With<MetricsTable, MetricsSheet>(table => table.ReadAsync(Year, breakdown, World.Admin, default));
            foreach (var row in sheet.Rows.Append(sheet.Total))
            {
                var figures = row.Figures;
                foreach (var (metric, count) in new[]
                {
                    (Metric.Leads, figures.Leads), (Metric.WonCustomers, figures.WonCustomers), (Metric.Repurchase, figures.RepeatCustomers),
                    (Metric.Cycle, figures.CycleCustomers), (Metric.WonDeals, figures.WonDeals), (Metric.LostDeals, figures.LostDeals),
                    (Metric.WinRate, figures.WonDeals + figures.LostDeals), (Metric.DealSize, figures.PricedDeals), (Metric.DealDays, figures.DatedDeals),
                })
                {
                    var page = await Read(database, new RecordFilter(Year, breakdown, row.Key, metric), null);
                    Assert.Equal((row.Scope, metric, count), (row.Scope, metric, page.Total));
                }

                Assert.Equal(figures.UndatedLeads, (await Read(database, new RecordFilter(Year, breakdown, row.Key, Metric.Leads, Undated: true), null)).Total);
                Assert.Equal(figures.UndatedDeals, (await Read(database, new RecordFilter(Year, breakdown, row.Key, Metric.WonDeals, Undated: true), null)).Total);
            }
        }
    }

    [Theory]
    [InlineData(Metric.Leads)]
    [InlineData(Metric.WonCustomers)]
    [InlineData(Metric.WonDeals)]
    public async Task Turning_pages_gives_each_record_once(Metric metric)
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Read(async db => { await RandomSales.Facts(22, customers: 150, opportunities: 700).WriteAsync(db); return 0; });

        var seen = new List<MetricRecordRow>();
        string? cursor = null;
        int total;
        do
        {
            var page = await Read(database, new RecordFilter(Year, Breakdown.Company, -1, metric), cursor);
            seen.AddRange(page.Rows);
            (cursor, total) = (page.Next, page.Total);
        }
        while (cursor is not null);

        Assert.True(total > 50, $"Only {total} records.");
        Assert.Equal(total, seen.Count);
        Assert.Equal(total, seen.Select(row => (row.Kind, row.Id)).Distinct().Count());
    }

    [Fact]
    public async Task The_sum_of_the_customers_behind_a_figure_is_its_amount()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Read(async db => { await RandomSales.Facts(23).WriteAsync(db); return 0; });

        var total = (await database.With<MetricsTable, MetricsSheet>(table => table.ReadAsync(Year, Breakdown.Company, World.Manager, default))).Total.Figures;
        var page = await database.With<MetricRecords, Page<MetricRecordRow>>(records => records.ReadAsync(new RecordFilter(Year, Breakdown.Company, -1, Metric.WonCustomers), null, World.Manager, default));

        Assert.Equal(total.Amount, page.Rows.Sum(row => row.Amount));
        Assert.Equal(page.Rows.OrderByDescending(row => row.Amount).Select(row => row.Id), page.Rows.Select(row => row.Id));
    }

    [Fact]
    public async Task Steps_of_the_funnel_open_onto_their_opportunities()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Read(async db => { await RandomSales.Facts(24).WriteAsync(db); return 0; });

        var funnel = await database.With<Funnel, FunnelSheet>(reader => reader.ReadAsync(Year, World.Manager, default));
        foreach (var step in funnel.Steps)
        {
            var reached = await database.With<MetricRecords, Page<MetricRecordRow>>(records => records.ReadAsync(new RecordFilter(Year, Breakdown.Company, -1, null, Step: step.Stage), null, World.Manager, default));
            Assert.Equal(step.Reached, reached.Total);
            if (step.Stage > StageCode.Identified)
            {
                var stopped = await database.With<MetricRecords, Page<MetricRecordRow>>(records => records.ReadAsync(new RecordFilter(Year, Breakdown.Company, -1, null, Step: step.Stage, Stopped: true), null, World.Manager, default));
                Assert.Equal(funnel.LostBefore(step), stopped.Total);
            }
        }
    }

    private static Task<Page<MetricRecordRow>> Read(TestDatabase database, RecordFilter filter, string? cursor)
        => database.With<MetricRecords, Page<MetricRecordRow>>(records => records.ReadAsync(filter, cursor, World.Admin, CancellationToken.None));
}
