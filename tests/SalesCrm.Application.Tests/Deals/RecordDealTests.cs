using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Tests.Opportunities;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Deals;

public sealed class RecordDealTests
{
    [Fact]
    public async Task A_deal_dated_before_others_takes_the_first_place()
    {
        await using var database = await TestDatabase.CreateAsync();
        var customer = await database.HasCustomerAsync("青禾食品", World.Rep);
        var later = await RecordAsync(database, customer, new DateOnly(2024, 3, 1));
        var earlier = await RecordAsync(database, customer, new DateOnly(2024, 2, 1));
        var deals = await database.Read(db => db.Deals.ToDictionaryAsync(deal => deal.Id));
        Assert.Equal((1, 2), (deals[earlier].Ordinal, deals[later].Ordinal));
        Assert.Equal("CJ20240201", deals[earlier].Number);
        Assert.Equal((2, 200m, new DateOnly(2024, 2, 1)), await database.Read(db => db.Customers.Select(row => ValueTuple.Create(row.DealCount, row.DealTotal, row.FirstDealOn!.Value)).SingleAsync()));
        Assert.Empty(await DifferencesAsync(database));
    }

    [Fact]
    public async Task A_corrected_deal_corrects_all_figures()
    {
        await using var database = await TestDatabase.CreateAsync();
        var customer = await database.HasCustomerAsync("青禾食品", World.Rep);
        var id = await RecordAsync(database, customer, new DateOnly(2024, 3, 1));
        await RecordAsync(database, customer, new DateOnly(2024, 3, 2));
        var version = await database.Read(db => db.Deals.Where(deal => deal.Id == id).Select(deal => deal.Version).SingleAsync());
        var input = new EditDeal.Input { On = new DateOnly(2024, 3, 9), Amount = "1.5万", OwnerId = World.Rep.UserId, Version = version };
        Assert.True((await database.With<EditDeal, Outcome>(u => u.ExecuteAsync(id, input, World.Rep, CancellationToken.None))).IsDone);
        Assert.Equal(15_100m, (await database.CustomerAsync(customer)).DealTotal);
        Assert.Equal(2, await database.Read(db => db.Deals.Where(deal => deal.Id == id).Select(deal => deal.Ordinal).SingleAsync()));
        Assert.Equal(OutcomeKind.Conflict, (await database.With<EditDeal, Outcome>(u => u.ExecuteAsync(id, input, World.Rep, CancellationToken.None))).Kind);
        Assert.Empty(await DifferencesAsync(database));
    }

    [Fact]
    public async Task Figures_that_move_on_are_no_edit_of_the_customer()
    {
        await using var database = await TestDatabase.CreateAsync();
        var customer = await database.HasCustomerAsync("青禾食品", World.Rep);
        await RecordAsync(database, customer, new DateOnly(2024, 3, 1));
        var before = await database.CustomerAsync(customer);
        await database.Read(async db =>
        {
            await db.InTransactionAsync(Actor.System, async token =>
            {
                await DealFigures.RefreshAsync(db, [customer], new DateOnly(2025, 3, 1), token);
                return 0;
            }, CancellationToken.None);
            return 0;
        });
        var after = await database.CustomerAsync(customer);
        Assert.Equal((0m, 0), (after.AnnualAmount, after.AnnualDealCount));
        Assert.Equal(before.Version, after.Version);
    }

    [Fact]
    public async Task Random_histories_agree_with_the_slow_computation()
    {
        await using var database = await TestDatabase.CreateAsync();
        var random = new Random(7);
        var customers = new List<long>();
        for (var number = 0; number < 20; number++)
        {
            customers.Add(await database.HasCustomerAsync("客户" + number, World.Rep));
        }

        await database.Read(async db =>
        {
            await db.InTransactionAsync(Actor.System, async token =>
            {
                for (var number = 0; number < 200; number++)
                {
                    db.Deals.Add(new Deal { Number = $"T{random.Next(100)}-{number}", CustomerId = customers[random.Next(20)], On = new DateOnly(2022, 1, 1).AddDays(random.Next(820)), Amount = random.Next(1, 1_000_000) / 100m });
                }

                await DealFigures.RefreshAsync(db, customers, new DateOnly(2024, 4, 1), token);
                return 0;
            }, CancellationToken.None);
            return 0;
        });
        Assert.Empty(await DifferencesAsync(database));
        Assert.Equal(200, await database.Read(db => db.Deals.CountAsync()));
    }

    [Theory]
    [InlineData("2024-04-02", "On")]
    [InlineData(null, "On")]
    public async Task Refuses_a_day_that_cannot_be(string? day, string field)
    {
        await using var database = await TestDatabase.CreateAsync();
        var customer = await database.HasCustomerAsync("青禾食品", World.Rep);
        var input = new RecordDeal.Input { CustomerId = customer, Amount = "100", On = day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) };
        var outcome = await database.With<RecordDeal, Outcome<long>>(u => u.ExecuteAsync(input, World.Rep, CancellationToken.None));
        Assert.Equal(field, Assert.Single(outcome.Problems).Property);
    }

    [Fact]
    public async Task The_customer_of_another_rep_does_not_exist()
    {
        await using var database = await TestDatabase.CreateAsync();
        var customer = await database.HasCustomerAsync("岭南禾味", World.Rep3);
        var outcome = await database.With<RecordDeal, Outcome<long>>(u => u.ExecuteAsync(new() { CustomerId = customer, Amount = "1", On = new DateOnly(2024, 3, 1) }, World.Rep, CancellationToken.None));
        Assert.Equal("CustomerId", Assert.Single(outcome.Problems).Property);
    }

    private static async Task<long> RecordAsync(TestDatabase database, long customer, DateOnly on)
    {
        var outcome = await database.With<RecordDeal, Outcome<long>>(u => u.ExecuteAsync(new() { CustomerId = customer, Amount = "100", On = on }, World.Rep, CancellationToken.None));
        Assert.True(outcome.IsDone);
        return outcome.Value;
    }

    private static async Task<IReadOnlyList<string>> DifferencesAsync(TestDatabase database)
        => await database.With<IEnumerable<IFigureCheck>, IReadOnlyList<string>>(checks => checks.Single(check => check.Name == "deals").FindDifferencesAsync(CancellationToken.None));
}
