using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Competitors;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Members;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Opportunities.Milestones;
using SalesCrm.Application.Opportunities.Rivals;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Opportunities;

public sealed class OpportunityReadersTests
{
    [Fact]
    public async Task The_board_counts_sums_and_marks_what_is_stalled()
    {
        await using var database = await TestDatabase.CreateAsync();
        var customer = await database.HasCustomerAsync("青禾食品", World.Rep);
        var stalled = await database.HasReadyOpportunityAsync(customer, World.Rep, "100000.10");
        await database.MoveAsync(stalled, StageCode.FirstContact, World.Rep);
        database.Clock.GoTo(2024, 4, 16);
        await database.HasOpportunityAsync(customer, World.Rep, input => input.Amount = "50000.05");
        await database.HasOpportunityAsync(await database.HasCustomerAsync("岭南禾味", World.Rep3), World.Rep3, input => input.Amount = "9");
        var board = await database.With<OpportunityBoard, OpportunityBoardView>(u => u.ReadAsync(new(), World.Rep, CancellationToken.None));
        Assert.Equal(OpportunityBoard.Steps, board.Columns.Select(column => column.Stage));
        Assert.Equal((1, 50_000.05m, 0), (board.Columns[0].Count, board.Columns[0].Amount, board.Columns[0].Stalled));
        Assert.Equal((1, 100_000.10m, 1), (board.Columns[1].Count, board.Columns[1].Amount, board.Columns[1].Stalled));
        Assert.Equal((2, 150_000.15m, 5_000.005m + 20_000.02m), (board.Count, board.Amount, board.Weighted));
        Assert.Equal(stalled, Assert.Single(board.Columns[1].Cards).Id);
    }

    [Fact]
    public async Task What_was_decided_this_quarter_stands_beside_the_board()
    {
        await using var database = await TestDatabase.CreateAsync();
        var customer = await database.HasCustomerAsync("青禾食品", World.Rep);
        await database.WinAsync(await database.ReadyAtContractAsync(customer, World.Rep), World.Rep);
        await database.LoseAsync(await database.HasOpportunityAsync(customer, World.Rep, input => input.Amount = "7"), World.Rep);
        var board = await database.With<OpportunityBoard, OpportunityBoardView>(u => u.ReadAsync(new(), World.Manager, CancellationToken.None));
        Assert.Equal((new BoardSum(1, 50_000m), new BoardSum(1, 7m)), (board.Won, board.Lost));
        Assert.Equal(1, board.Columns[5].Count);
        Assert.Equal(0, board.Count);
    }

    [Fact]
    public async Task The_forecast_weighs_amounts_by_month()
    {
        await using var database = await TestDatabase.CreateAsync();
        var customer = await database.HasCustomerAsync("青禾食品", World.Rep);
        await database.HasOpportunityAsync(customer, World.Rep, input => (input.Amount, input.ExpectedCloseOn) = ("50000", new DateOnly(2024, 4, 10)));
        var proposal = await database.HasReadyOpportunityAsync(customer, World.Rep, "100000");
        await database.MoveAsync(proposal, StageCode.Proposal, World.Rep, "熟客");
        await database.Read(async db =>
        {
            (await db.Opportunities.FindAsync(proposal))!.ExpectedCloseOn = new DateOnly(2024, 4, 30);
            await db.SaveAsync(World.Rep, CancellationToken.None);
            return 0;
        });
        await database.HasOpportunityAsync(customer, World.Rep, input => input.Amount = "10");
        var months = await database.With<OpportunityForecast, IReadOnlyList<ForecastMonth>>(u => u.ReadAsync(new(), World.Rep, CancellationToken.None));
        Assert.Equal([("2024-04", 2, 150_000m, 65_000m), (null, 1, 10m, 1m)], months.Select(month => (month.Month?.ToString(), month.Count, month.Amount, month.Weighted)));
    }

    [Theory]
    [InlineData("amount", true)]
    [InlineData("close", false)]
    [InlineData("entered", false)]
    [InlineData("number", true)]
    [InlineData("created", false)]
    public async Task Turning_all_pages_shows_each_once(string sort, bool descending)
    {
        await using var database = await TestDatabase.CreateAsync();
        var customer = await database.HasCustomerAsync("青禾食品", World.Rep);
        for (var number = 0; number < 9; number++)
        {
            await database.HasOpportunityAsync(customer, World.Rep, input => (input.Amount, input.ExpectedCloseOn) = (number % 3 == 0 ? null : "100", number % 2 == 0 ? null : new DateOnly(2024, 5, 1)));
        }

        var seen = new List<long>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await ListAsync(database, new(), World.Rep, new PageRequest(sort, descending, cursor, 2))).Page;
            seen.AddRange(page.Rows.Select(row => row.Id));
            cursor = page.Next;
        }

        Assert.Equal(9, seen.Count);
        Assert.Equal(9, seen.Distinct().Count());
    }

    [Theory]
    [InlineData(Sight.Team, false)]
    [InlineData(Sight.Team, true)]
    [InlineData(Sight.Company, false)]
    public async Task Whatever_way_a_manager_is_asked_for_he_sees_his_people_s_and_those_of_customers_they_share(Sight sight, bool isSmallPart)
    {
        await using var database = await TestDatabase.CreateAsync();
        var manager = World.Manager with { Sight = sight, IsSmallPart = isSmallPart };
        var own = await database.HasOpportunityAsync(await database.HasCustomerAsync("青禾食品", World.Rep), World.Rep);
        var foreign = await database.HasCustomerAsync("岭南禾味", World.Rep3);
        var shared = await database.HasOpportunityAsync(foreign, World.Rep3);
        await database.HasOpportunityAsync(await database.HasCustomerAsync("海杉机械", World.Rep3), World.Rep3);
        Assert.True((await database.With<ShareCustomer, Outcome>(u => u.ExecuteAsync(foreign, World.Rep.UserId, MemberAccess.Read, World.Rep3, CancellationToken.None))).IsDone);

        Assert.Equal([own, shared], (await ListAsync(database, new(), manager)).Page.Rows.Select(row => row.Id).Order());
        var board = await database.With<OpportunityBoard, OpportunityBoardView>(u => u.ReadAsync(new(), manager, CancellationToken.None));
        Assert.Equal([own, shared], board.Columns.SelectMany(column => column.Cards).Select(card => card.Id).Order());
    }

    [Fact]
    public async Task The_list_finds_by_part_of_name_number_or_customer_and_sums()
    {
        await using var database = await TestDatabase.CreateAsync();
        database.Clock.GoTo(2024, 3, 1);
        var customer = await database.HasCustomerAsync("宁波北仑港通", World.Rep);
        await database.HasOpportunityAsync(customer, World.Rep, input => (input.Name, input.Amount) = ("堆场调度升级", "240000"));
        await database.HasOpportunityAsync(await database.HasCustomerAsync("青禾食品", World.Rep), World.Rep, input => (input.Name, input.Amount) = ("冷链追溯", "96000"));
        foreach (var text in new[] { "調度", "北仑", "XS20240301" })
        {
            Assert.Contains((await ListAsync(database, new() { Text = text }, World.Rep)).Page.Rows, row => row.Name == "堆场调度升级");
        }

        Assert.Equal(336_000m, (await ListAsync(database, new(), World.Manager)).Amount);
        Assert.Empty((await ListAsync(database, new(), World.Rep2)).Page.Rows);
    }

    [Fact]
    public async Task A_milestone_is_due_that_morning_and_overdue_from_the_next_day()
    {
        await using var database = await TestDatabase.CreateAsync();
        database.Clock.GoTo(2024, 3, 24);
        var id = await database.HasOpportunityAsync(await database.HasCustomerAsync("青禾食品", World.Rep), World.Rep);
        var saved = await database.With<SaveMilestone, Outcome>(u => u.ExecuteAsync(id, new() { On = new DateOnly(2024, 3, 25), Text = "提交方案" }, World.Rep, CancellationToken.None));
        Assert.True(saved.IsDone);
        Assert.Empty(await DueAsync(database, World.Rep));
        database.Clock.GoTo(2024, 3, 25);
        Assert.Equal("提交方案", Assert.Single(await DueAsync(database, World.Rep)).Text);
        Assert.Empty(await DueAsync(database, World.Manager));
        var view = await database.With<OpportunityDetails, OpportunityView?>(u => u.FindAsync(id, World.Rep, CancellationToken.None));
        Assert.Equal((false, true), (view!.Milestones[0].IsOverdue(new DateOnly(2024, 3, 25)), view.Milestones[0].IsOverdue(new DateOnly(2024, 3, 26))));
    }

    [Fact]
    public async Task A_form_for_a_milestone_that_is_sent_twenty_times_makes_one()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await database.HasOpportunityAsync(await database.HasCustomerAsync("青禾食品", World.Rep), World.Rep);
        var form = new SaveMilestone.Input { On = new DateOnly(2024, 3, 25), Text = "提交方案", OperationId = Guid.NewGuid() };

        var sent = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => database.With<SaveMilestone, Outcome>(u => u.ExecuteAsync(id, form, World.Rep, CancellationToken.None))));

        Assert.All(sent, outcome => Assert.True(outcome.IsDone));
        Assert.Equal(1, await database.Read(db => db.Milestones.CountAsync()));
    }

    [Fact]
    public async Task A_handed_over_opportunity_keeps_its_stage_and_history()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await database.HasReadyOpportunityAsync(await database.HasCustomerAsync("青禾食品", World.Rep), World.Rep);
        await database.MoveAsync(id, StageCode.FirstContact, World.Rep);
        var version = (await database.OpportunityAsync(id)).Version;
        var outcome = await database.With<AssignOpportunity, Outcome>(u => u.ExecuteAsync(id, new() { OwnerId = World.Rep2.UserId, Version = version }, World.Manager, CancellationToken.None));
        Assert.True(outcome.IsDone);
        var view = await database.With<OpportunityDetails, OpportunityView?>(u => u.FindAsync(id, World.Rep2, CancellationToken.None));
        Assert.Equal((StageCode.FirstContact, 1, "周启航"), (view!.Facts.Stage, view.Moves.Count, view.Facts.Owner));
        Assert.Equal(OutcomeKind.Invalid, (await database.With<AssignOpportunity, Outcome>(u => u.ExecuteAsync(id, new() { OwnerId = World.Rep3.UserId, Version = view.Facts.Version }, World.Manager, CancellationToken.None))).Kind);
    }

    [Fact]
    public async Task A_rival_opens_one_file_whatever_its_spelling()
    {
        await using var database = await TestDatabase.CreateAsync();
        var customer = await database.HasCustomerAsync("青禾食品", World.Rep);
        foreach (var name in new[] { "竞品A", "竞品 Ａ有限公司" })
        {
            var id = await database.HasOpportunityAsync(customer, World.Rep);
            Assert.True((await database.With<SaveRival, Outcome>(u => u.ExecuteAsync(id, new() { Competitor = name, Offer = "报价低10%", PriceGap = -10 }, World.Rep, CancellationToken.None))).IsDone);
            Assert.False((await database.With<SaveRival, Outcome>(u => u.ExecuteAsync(id, new() { Competitor = name }, World.Rep, CancellationToken.None))).IsDone);
        }

        var seen = Assert.Single((await CompetitorsAsync(database, World.Rep)).Rows);
        Assert.Equal(2, seen.Met);
        Assert.Equal(0, Assert.Single((await CompetitorsAsync(database, World.Rep3)).Rows).Met);
    }

    private static Task<OpportunityList.Result> ListAsync(TestDatabase database, OpportunityFilter filter, Actor actor, PageRequest? page = null)
        => database.With<OpportunityList, OpportunityList.Result>(u => u.ReadAsync(filter, page ?? new PageRequest(), actor, CancellationToken.None));

    private static Task<IReadOnlyList<MilestoneDue>> DueAsync(TestDatabase database, Actor actor)
        => database.With<MilestonesDue, IReadOnlyList<MilestoneDue>>(u => u.ReadAsync(actor, 50, CancellationToken.None));

    private static Task<Page<CompetitorRow>> CompetitorsAsync(TestDatabase database, Actor actor)
        => database.With<CompetitorList, Page<CompetitorRow>>(u => u.ReadAsync(new(), new PageRequest(), actor, CancellationToken.None));
}
