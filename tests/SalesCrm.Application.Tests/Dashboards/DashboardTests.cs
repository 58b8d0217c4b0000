using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Dashboards;
using SalesCrm.Application.Metrics;
using SalesCrm.Application.MyDay;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Dashboards;

public sealed class DashboardTests : IAsyncLifetime
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
    public async Task A_manager_sees_figures_funnel_and_ranking_of_his_people()
    {
        var sheet = await Read(World.Manager);

        Assert.Equal(("华东大区", false), (sheet.Team, sheet.IsCompany));
        var conversion = sheet.Headline.Rows.Single(row => row.Metric == Metric.Conversion);
        Assert.Equal((30m, 35m, true), (conversion.Value, conversion.Target, conversion.Gap!.IsMissed));
        Assert.Equal(5, conversion.Values.Count);
        Assert.Equal([120, 96, 54, 45, 36], sheet.Funnel.Steps.Select(step => step.Reached));
        Assert.Equal([(World.Rep.Name, 1_620_000m, 36, 36)], sheet.Ranking!.Select(row => (row.Name, row.Amount, row.Deals, row.Customers)));
        Assert.NotNull(sheet.Overdue);
        Assert.Null(sheet.Quality);
    }

    [Fact]
    public async Task A_stranger_manager_and_an_idle_rep_see_nothing_of_it()
    {
        foreach (var actor in new[] { World.Manager2, World.Rep2, World.Rep3 })
        {
            var sheet = await Read(actor);

            Assert.All(sheet.Headline.Rows, row => Assert.True(row.Value is null or 0));
            Assert.All(sheet.Funnel.Steps, step => Assert.Equal(0, step.Reached));
            Assert.Equal(0, sheet.Attention.Total);
            Assert.Empty(sheet.Ranking ?? []);
            Assert.Empty(sheet.Forecast.Open);
        }
    }

    [Fact]
    public async Task Forecast_weighs_open_amounts_by_the_chance_of_their_stage()
    {
        await Add(World.Rep, ("A", StageCode.Proposal, 100_000, new DateOnly(2024, 5, 10)), ("B", StageCode.Identified, 50_000, new DateOnly(2024, 5, 20)), ("C", StageCode.Contract, 10_000, new DateOnly(2024, 3, 1)));
        await _database.Read(async db =>
        {
            db.Targets.Add(new Target { Period = "2024Q2", Metric = Metric.Amount, Value = 300_000 });
            db.Targets.Add(new Target { Period = "2024-05", Metric = Metric.Amount, Value = 120_000 });
            await db.SaveAsync(Actor.System, default);
            return 0;
        });

        var sheet = (await Read(World.Boss)).Forecast;

        var february = sheet.Months.Single(month => month.Month == Period.OfMonth(2024, 2));
        Assert.Equal((1_620_000m, 0m, null), (february.Won, february.Weighted, february.Target));
        var may = sheet.Months.Single(month => month.Month == Period.OfMonth(2024, 5));
        Assert.Equal((0m, 65_000m, 120_000m), (may.Won, may.Weighted, may.Target));
        Assert.Equal(100_000m, sheet.Months.Single(month => month.Month == Period.OfMonth(2024, 4)).Target);
        Assert.Null(sheet.Target);

        // The late one, and the 84 of the golden quarter that nobody closed and nobody dated.
        Assert.Equal(8_000m + (45_000m * ((24 * .1m) + (42 * .2m) + (9 * .4m) + (9 * .6m))), sheet.Late);
    }

    [Fact]
    public async Task Attention_goes_to_the_stalled_the_risky_and_the_late()
    {
        _database.Clock.GoTo(2024, 1, 3);
        await Add(World.Rep3, ("fresh", StageCode.Proposal, 1, new DateOnly(2024, 9, 1)), ("late", StageCode.Proposal, 2, new DateOnly(2024, 4, 20)), ("stalled", StageCode.Identified, 3, null), ("risky", StageCode.Contract, 4, null));
        await _database.Read(async db =>
        {
            (await db.Opportunities.SingleAsync(o => o.Name == "risky")).Risk = RiskLevel.High;
            await db.SaveAsync(Actor.System, default);
            return 0;
        });
        _database.Clock.GoTo(2024, 1, 12);

        var early = (await Read(World.Manager2)).Attention;
        Assert.Equal([("risky", null), ("stalled", (int?)2)], early.Rows.Select(row => (row.Name, row.DaysOver)));
        var stalled = early.Rows.Single(row => row.Name == "stalled");
        _database.Clock.Now = new DateTimeOffset(2024, 1, 11, 17, 0, 0, TimeSpan.Zero);
        Assert.Equal(stalled.DaysOver, stalled.DaysInStage - stalled.ExpectedDays);
        Assert.Equal(stalled, (await Read(World.Manager2)).Attention.Rows.Single(row => row.Name == "stalled"));

        _database.Clock.GoTo(2024, 1, 22);
        Assert.Equal(2, (await Read(World.Manager2)).Attention.Total);
        _database.Clock.GoTo(2024, 1, 25);
        Assert.Equal(4, (await Read(World.Manager2)).Attention.Total);
        _database.Clock.GoTo(2024, 4, 25);
        Assert.Equal(4, (await Read(World.Manager2)).Attention.Total);
        Assert.Equal(5, (await Read(World.Manager2)).Attention.Rows.Single(row => row.Name == "late").DaysLate);
    }

    [Fact]
    public async Task Overdue_follow_ups_show_to_the_manager_from_the_third_day()
    {
        await _database.Read(async db =>
        {
            var customers = await db.Customers.Where(customer => customer.OwnerId == World.Rep.UserId).OrderBy(customer => customer.Id).Take(3).ToListAsync();
            customers[0].PlanNext(new DateOnly(2024, 3, 29), "回电");
            customers[1].PlanNext(new DateOnly(2024, 3, 30), null);
            customers[2].PlanNext(new DateOnly(2024, 4, 1), null);
            await db.SaveAsync(Actor.System, default);
            return 0;
        });

        var overdue = (await Read(World.Manager)).Overdue!;
        Assert.Equal(1, overdue.Total);
        Assert.Equal((new DateOnly(2024, 3, 29), "回电", World.Rep.Name), (overdue.Rows[0].DueOn, overdue.Rows[0].Plan, overdue.Rows[0].Owner));
        Assert.Equal(new AgendaCounts(Today: 1, Overdue: 2, ToConfirm: 0, Week: 1), (await Read(World.Rep)).Day);
        Assert.Equal(0, (await Read(World.Manager2)).Overdue!.Total);
    }

    [Fact]
    public async Task The_admin_sees_what_is_missing_in_the_files()
    {
        var sheet = await Read(World.Admin);

        Assert.True(sheet.IsCompany);
        Assert.Equal(new QualityFigures(120, 0, 120, 120, 120, 0), sheet.Quality);
        Assert.Empty(sheet.Imports!);
    }

    private Task<DashboardSheet> Read(Actor actor) => _database.With<Dashboard, DashboardSheet>(dashboard => dashboard.ReadAsync(Quarter, actor, default));

    private Task Add(Actor owner, params (string Name, StageCode Stage, decimal Amount, DateOnly? Expected)[] chances) => _database.Read(async db =>
    {
        var now = _database.Clock.Now.UtcDateTime;
        foreach (var chance in chances)
        {
            var customer = new Customer("KH" + chance.Name, now, null);
            customer.Rename(chance.Name, chance.Name);
            customer.AssignTo(owner.UserId);
            var opportunity = new Opportunity("XS" + chance.Name, customer, owner.UserId, new DateOnly(2024, 1, 3), now) { Name = chance.Name, Amount = chance.Amount, ExpectedCloseOn = chance.Expected, StageDueOn = new DateOnly(2024, 1, 10) };
            if (chance.Stage != StageCode.Identified)
            {
                opportunity.MoveTo(chance.Stage, now, owner.UserId, null, new DateOnly(2024, 1, 24));
            }

            db.Opportunities.Add(opportunity);
        }

        await db.SaveAsync(Actor.System, default);
        return 0;
    });
}
