using SalesCrm.Application.Customers;
using SalesCrm.Application.Metrics;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Metrics;

public sealed class MetricsTableTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Agrees_with_plain_code_over_a_random_history(int seed)
    {
        var facts = RandomSales.Facts(seed);
        await using var database = await TestDatabase.CreateAsync();
        await database.Read(async db => { await facts.WriteAsync(db); return 0; });

        foreach (var period in new[] { Period.OfQuarter(2023, 2), Period.OfMonth(2023, 6), Period.OfYear(2023), Period.OfQuarter(2019, 1) })
        {
            var byRep = await Read(database, period, Breakdown.Rep, World.Admin);
            FiguresAssert.Equal(facts.Figures(period, _ => true), byRep.Total);
            Assert.All(byRep.Rows, row => FiguresAssert.Equal(facts.Figures(period, owner => owner == row.Scope), row));
            Assert.Contains(byRep.Rows, row => row.Scope == World.Rep.Name);

            var byOffice = await Read(database, period, Breakdown.Office, World.Admin);
            Assert.All(byOffice.Rows, row => FiguresAssert.Equal(facts.Figures(period, owner => OfficeOf(owner) == row.Scope), row));
            Assert.Equal(["华东大区", "华南大区"], byOffice.Rows.Select(row => row.Scope).Order(StringComparer.Ordinal));

            var byManager = await Read(database, period, Breakdown.Manager, World.Admin);
            Assert.All(byManager.Rows, row => FiguresAssert.Equal(facts.Figures(period, owner => ManagerOf(owner) == row.Scope), row));

            var bySource = await Read(database, period, Breakdown.Source, World.Admin);
            Assert.All(bySource.Rows, row => FiguresAssert.Equal(facts.FiguresOfSource(period, row.Scope == MetricsTable.NoScope ? null : row.Scope), row));

            Assert.Equal(byRep.Total.Figures, (await Read(database, period, Breakdown.Company, World.Admin)).Total.Figures);
            Assert.Equal(byRep.Total.Figures, (await Read(database, period, Breakdown.Industry, World.Admin)).Total.Figures);
            Assert.Equal(byRep.Total.Figures, (await Read(database, period, Breakdown.Grade, World.Admin)).Total.Figures);
        }
    }

    [Fact]
    public async Task A_series_holds_the_same_figures_as_each_period_alone()
    {
        var facts = RandomSales.Facts(11);
        await using var database = await TestDatabase.CreateAsync();
        await database.Read(async db => { await facts.WriteAsync(db); return 0; });

        foreach (var last in new[] { Period.OfQuarter(2023, 4), Period.OfMonth(2023, 11), Period.OfYear(2023) })
        {
            var series = await database.With<MetricsSeries, IReadOnlyList<PeriodFigures>>(s => s.ReadAsync(last, 2 * 4 / last.Months + 1, true, World.Manager, default));
            Assert.Equal(last, series[^1].Period);
            Assert.All(series, point => FiguresAssert.Equal(facts.Figures(point.Period, owner => OfficeOf(owner) == "华东大区"), new MetricsRow(0, point.Period.ToString(), point.Figures)));
        }
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    [InlineData(23)]
    public async Task Who_leads_the_company_counts_all_at_once_unless_somebody_else_has_sold_something(int seed)
    {
        var facts = RandomSales.Facts(seed);
        await using var database = await TestDatabase.CreateAsync();
        await database.Read(async db => { await facts.WriteAsync(db); return 0; });
        var boss = World.Boss with { Sight = Sight.Company };
        Assert.Equal(WholeKinds.Leads | WholeKinds.Opportunities | WholeKinds.Deals, (await database.Read(db => db.CountingAsync(boss, default))).Whole);
        await Agrees(boss, _ => true);
        await Agrees(World.Admin, _ => true);

        // The same way of asking for somebody who reaches one office of two, with customers who bought in both.
        var half = World.Manager with { Sight = Sight.Company };
        Assert.Equal(WholeKinds.None, (await database.Read(db => db.CountingAsync(half, default))).Whole);
        await Agrees(half, owner => OfficeOf(owner) == "华东大区");

        async Task Agrees(Actor actor, Func<string, bool> isHis)
        {
            foreach (var last in new[] { Period.OfQuarter(2023, 4), Period.OfMonth(2023, 11), Period.OfYear(2023) })
            {
                var series = await database.With<MetricsSeries, IReadOnlyList<PeriodFigures>>(s => s.ReadAsync(last, 2 * 4 / last.Months + 1, true, actor, default));
                Assert.All(series, point => FiguresAssert.Equal(facts.Figures(point.Period, isHis), new MetricsRow(0, point.Period.ToString(), point.Figures)));
                var table = await Read(database, last, Breakdown.Rep, actor);
                FiguresAssert.Equal(facts.Figures(last, isHis), table.Total);
                Assert.All(table.Rows, row => FiguresAssert.Equal(facts.Figures(last, owner => owner == row.Scope), row));
            }
        }
    }

    [Fact]
    public async Task Everybody_sees_the_figures_of_those_he_reaches()
    {
        var facts = RandomSales.Facts(3);
        await using var database = await TestDatabase.CreateAsync();
        await database.Read(async db => { await facts.WriteAsync(db); return 0; });
        var period = Period.OfYear(2023);

        var rep = await Read(database, period, Breakdown.Rep, World.Rep);
        Assert.Equal([World.Rep.Name], rep.Rows.Select(row => row.Scope));
        Assert.Equal(World.Rep.Name, rep.Total.Scope);
        Assert.Equal(rep.Rows[0].Figures, rep.Total.Figures);

        var manager = await Read(database, period, Breakdown.Rep, World.Manager);
        Assert.Equal(new[] { World.Manager.Name, World.Rep.Name, World.Rep2.Name }.Order(), manager.Rows.Select(row => row.Scope).Order());
        Assert.Equal("华东大区", manager.Total.Scope);
        FiguresAssert.Equal(facts.Figures(period, owner => OfficeOf(owner) == "华东大区"), manager.Total);
        Assert.Equal(["华东大区"], (await Read(database, period, Breakdown.Office, World.Manager)).Rows.Select(row => row.Scope));

        var boss = await Read(database, period, Breakdown.Rep, World.Boss);
        Assert.Equal(MetricsTable.CompanyScope, boss.Total.Scope);
        Assert.Equal((await Read(database, period, Breakdown.Rep, World.Admin)).Total.Figures, boss.Total.Figures);
    }

    [Fact]
    public async Task Nothing_at_all_is_undefined_not_zero()
    {
        await using var database = await TestDatabase.CreateAsync();

        var total = (await Read(database, Period.OfQuarter(2024, 1), Breakdown.Company, World.Admin)).Total.Figures;

        Assert.Equal(0, total[Metric.Leads]);
        Assert.Null(total[Metric.Conversion]);
        Assert.Null(total[Metric.Aov]);
        Assert.Null(total[Metric.Cycle]);
        Assert.Null(total[Metric.WinRate]);
    }

    [CrmSalesFact]
    public async Task Agrees_with_plain_code_over_the_public_sales_set()
    {
        var sales = CrmSalesFacts.Read();
        await using var database = await TestDatabase.CreateAsync();
        await database.Read(async db => { await sales.WritePeopleAsync(db); return 0; });
        await database.Read(async db => { await sales.Facts.WriteAsync(db); return 0; });

        foreach (var period in Period.OfYear(2017).Parts(PeriodKind.Quarter))
        {
            var byOffice = await Read(database, period, Breakdown.Office, World.Admin);
            FiguresAssert.Equal(sales.Facts.Figures(period, _ => true), byOffice.Total);
            Assert.All(byOffice.Rows.Where(row => row.Figures != Figures.None),
                row => FiguresAssert.Equal(sales.Facts.Figures(period, agent => sales.People[agent].Office == row.Scope), row));
            Assert.All((await Read(database, period, Breakdown.Manager, World.Admin)).Rows.Where(row => row.Figures != Figures.None),
                row => FiguresAssert.Equal(sales.Facts.Figures(period, agent => sales.People[agent].Manager == row.Scope), row));
            var byAgent = await Read(database, period, Breakdown.Rep, World.Admin);
            Assert.All(byAgent.Rows, row => FiguresAssert.Equal(sales.Facts.Figures(period, agent => agent == row.Scope), row));
            Assert.Equal(500, byOffice.Total.Figures.UndatedLeads);
            Assert.True(sales.People.Keys.ToHashSet().IsSubsetOf(byAgent.Rows.Select(row => row.Scope)));
        }
    }

    [Fact]
    public async Task Nobodys_row_stands_only_where_it_has_a_figure()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Read(async db =>
        {
            var customer = new Customer("KH1", DateTime.UnixEpoch, null);
            customer.Rename("九川医疗器械", "九川医疗器械");
            db.Customers.Add(customer);
            db.Opportunities.Add(new Opportunity("XS1", customer, null, null, DateTime.UnixEpoch) { Name = "没有日期的机会" });
            db.Opportunities.Add(new Opportunity("XS2", customer, null, new DateOnly(2023, 5, 1), DateTime.UnixEpoch) { Name = "有日期的机会" });
            await db.SaveAsync(World.Admin, CancellationToken.None);
            return 0;
        });

        var sheet = await Read(database, Period.OfQuarter(2023, 1), Breakdown.Office, World.Admin);
        Assert.Equal(1, sheet.Total.Figures.UndatedLeads);
        Assert.DoesNotContain(sheet.Rows, row => row.Scope == MetricsTable.NoScope);
        Assert.Equal(1, Assert.Single((await Read(database, Period.OfQuarter(2023, 2), Breakdown.Office, World.Admin)).Rows, row => row.Scope == MetricsTable.NoScope).Figures.Leads);
    }

    private static Task<MetricsSheet> Read(TestDatabase database, Period period, Breakdown breakdown, Actor actor)
        => database.With<MetricsTable, MetricsSheet>(table => table.ReadAsync(period, breakdown, actor, CancellationToken.None));

    private static string OfficeOf(string owner) => owner == World.Manager2.Name || owner == World.Rep3.Name ? "华南大区" : "华东大区";

    private static string ManagerOf(string owner) => OfficeOf(owner) == "华南大区" ? World.Manager2.Name : World.Manager.Name;
}

internal static class FiguresAssert
{
    internal static void Equal(Dictionary<Metric, decimal?> expected, MetricsRow row)
        => Assert.All(expected, pair => Assert.True(pair.Value == row.Figures[pair.Key], $"{row.Scope} {pair.Key}: expected {pair.Value}, was {row.Figures[pair.Key]}"));
}
