using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Opportunities.Stages;
using SalesCrm.Application.Shared;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Opportunities;

internal static class ClosingStory
{
    public static Task<Outcome<StageGate>> WinAsync(this TestDatabase database, long id, Actor actor, Action<WinOpportunity.Input>? change = null)
    {
        var input = new WinOpportunity.Input { ClosedOn = new DateOnly(2024, 4, 1), Amount = "50000" };
        change?.Invoke(input);
        return database.With<WinOpportunity, Outcome<StageGate>>(u => u.ExecuteAsync(id, input, actor, CancellationToken.None));
    }

    public static async Task<Outcome> LoseAsync(this TestDatabase database, long id, Actor actor, Action<LoseOpportunity.Input>? change = null)
    {
        var reason = await database.Read(db => db.Dictionary.Where(word => word.Kind == DictionaryKind.LossReason).Select(word => word.Id).FirstAsync());
        var input = new LoseOpportunity.Input { ClosedOn = new DateOnly(2024, 4, 1), LossReasonId = reason };
        change?.Invoke(input);
        return await database.With<LoseOpportunity, Outcome>(u => u.ExecuteAsync(id, input, actor, CancellationToken.None));
    }
}

public sealed class CloseOpportunityTests
{
    [Fact]
    public async Task Winning_makes_the_deal_the_customer_and_the_follow_up_in_one()
    {
        await using var database = await TestDatabase.CreateAsync();
        var customerId = await database.HasCustomerAsync("九川医疗器械", World.Rep);
        var id = await database.ReadyAtContractAsync(customerId, World.Rep);
        Assert.True((await database.WinAsync(id, World.Rep, input => input.Amount = "5万")).IsDone);

        var opportunity = await database.OpportunityAsync(id);
        Assert.Equal((OpportunityStatus.Won, StageCode.AfterSales, new DateOnly(2024, 4, 1)), (opportunity.Status, opportunity.Stage, opportunity.ClosedOn!.Value));
        var deal = await database.Read(db => db.Deals.SingleAsync());
        Assert.Equal((opportunity.Number, 50_000m, 1, 0, World.Rep.UserId), (deal.Number, deal.Amount, deal.Ordinal, deal.SalesDays!.Value, deal.OwnerId!.Value));
        var customer = await database.CustomerAsync(customerId);
        Assert.Equal((NeedStage.Won, 1, 50_000m, LifecycleType.New, 0), (customer.NeedStage!.Value, customer.DealCount, customer.DealTotal, customer.Lifecycle, customer.OpenOpportunityCount));
        Assert.Equal((new DateOnly(2024, 4, 1), 50_000m, 1), (customer.LastDealOn!.Value, customer.AnnualAmount, customer.AnnualDealCount));
        var task = await database.Read(db => db.FollowUpTasks.SingleAsync());
        Assert.Equal((new DateOnly(2024, 6, 23), World.Rep.UserId), (task.DueOn, task.AssigneeId!.Value));
        Assert.Empty(await database.With<Application.Database.IFigureCheck, IReadOnlyList<string>>(u => u.FindDifferencesAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task A_deal_that_took_the_number_of_an_opportunity_does_not_keep_it_from_being_won()
    {
        await using var database = await TestDatabase.CreateAsync();
        var customer = await database.HasCustomerAsync("青禾食品", World.Rep);
        var id = await database.ReadyAtContractAsync(customer, World.Rep);
        var number = await database.Read(db => db.Opportunities.Where(row => row.Id == id).Select(row => row.Number).SingleAsync());
        await database.Read(async db =>
        {
            db.Deals.Add(new Deal { Number = number, CustomerId = customer, On = new DateOnly(2024, 3, 1), Amount = 1 });
            await db.SaveAsync(World.Rep3, CancellationToken.None);
            return 0;
        });

        Assert.True((await database.WinAsync(id, World.Rep)).IsDone);

        Assert.StartsWith("CJ", await database.Read(db => db.Deals.Where(deal => deal.OpportunityId == id).Select(deal => deal.Number).SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_delivery_date_the_follow_up_counts_from_the_close()
    {
        await using var database = await TestDatabase.CreateAsync();
        var customer = await database.HasCustomerAsync("九川医疗器械", World.Rep);
        var id = await database.ReadyAtContractAsync(customer, World.Rep);
        await database.Read(async db =>
        {
            (await db.Opportunities.FindAsync(id))!.DeliveryOn = null;
            db.CustomerMembers.Add(new CustomerMember { CustomerId = customer, UserId = World.Support.UserId, Access = MemberAccess.Edit });
            await db.SaveAsync(World.Rep, CancellationToken.None);
            return 0;
        });
        Assert.True((await database.WinAsync(id, World.Rep)).IsDone);
        var task = await database.Read(db => db.FollowUpTasks.SingleAsync());
        Assert.Equal((new DateOnly(2024, 4, 4), World.Support.UserId), (task.DueOn, task.AssigneeId!.Value));
    }

    [Fact]
    public async Task Refuses_to_win_twice()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await database.ReadyAtContractAsync(await database.HasCustomerAsync("九川医疗器械", World.Rep), World.Rep);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => database.WinAsync(id, World.Rep))));
        Assert.Single(outcomes, outcome => outcome.IsDone);
        Assert.Equal(1, await database.Read(db => db.Deals.CountAsync()));
        Assert.Equal("这个商机已经成交，不能再次关闭", (await database.WinAsync(id, World.Rep)).Problems.Single().Message.ToString());
        Assert.False((await database.LoseAsync(id, World.Rep)).IsDone);
    }

    [Fact]
    public async Task When_one_part_of_a_win_fails_nothing_of_it_stays()
    {
        await using var database = await TestDatabase.CreateAsync();
        var customer = await database.HasCustomerAsync("九川医疗器械", World.Rep);
        var id = await database.ReadyAtContractAsync(customer, World.Rep);
        await using var scope = database.Scope();
        var services = scope.ServiceProvider;
        var win = new WinOpportunity(
            (Application.Database.CrmDbContext)services.GetService(typeof(Application.Database.CrmDbContext))!,
            (Application.Shared.Time.CompanyClock)services.GetService(typeof(Application.Shared.Time.CompanyClock))!,
            (DealChanges)services.GetService(typeof(DealChanges))!,
            [new Failing()]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => win.ExecuteAsync(id, new() { ClosedOn = new DateOnly(2024, 4, 1), Amount = "1" }, World.Rep, CancellationToken.None));
        Assert.Equal((0, 0), (await database.Read(db => db.Deals.CountAsync()), await database.Read(db => db.FollowUpTasks.CountAsync())));
        Assert.Equal(OpportunityStatus.Open, (await database.OpportunityAsync(id)).Status);
        Assert.Equal((null, 0, 1), ((await database.CustomerAsync(customer)).NeedStage, (await database.CustomerAsync(customer)).DealCount, (await database.CustomerAsync(customer)).OpenOpportunityCount));
    }

    [Fact]
    public async Task Winning_from_an_early_step_needs_a_reason_and_its_rules()
    {
        await using var database = await TestDatabase.CreateAsync();
        var customer = await database.HasCustomerAsync("九川医疗器械", World.Rep);
        var bare = await database.HasOpportunityAsync(customer, World.Rep);
        Assert.Equal(2, (await database.WinAsync(bare, World.Rep, input => input.Reason = "急单")).Value!.Missing.Count());
        var ready = await database.HasReadyOpportunityAsync(customer, World.Rep);
        Assert.Equal("Reason", (await database.WinAsync(ready, World.Rep)).Problems.Single().Property);
        Assert.True((await database.WinAsync(ready, World.Rep, input => input.Reason = "急单")).IsDone);
        Assert.Equal(1, await database.Read(db => db.Deals.CountAsync()));
    }

    [Theory]
    [InlineData(2024, 4, 2)]
    [InlineData(2024, 3, 1)]
    public async Task Refuses_a_day_that_cannot_be(int year, int month, int day)
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await database.ReadyAtContractAsync(await database.HasCustomerAsync("九川医疗器械", World.Rep), World.Rep);
        var outcome = await database.WinAsync(id, World.Rep, input => input.ClosedOn = new DateOnly(year, month, day));
        Assert.Equal("ClosedOn", outcome.Problems.Single().Property);
    }

    [Fact]
    public async Task A_loss_needs_a_reason_and_keeps_who_won()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await database.HasOpportunityAsync(await database.HasCustomerAsync("九川医疗器械", World.Rep), World.Rep);
        Assert.Equal("LossReasonId", (await database.LoseAsync(id, World.Rep, input => input.LossReasonId = null)).Problems.Single().Property);
        Assert.True((await database.LoseAsync(id, World.Rep, input => input.Note = "价格高 10%")).IsDone);
        var opportunity = await database.OpportunityAsync(id);
        Assert.Equal((OpportunityStatus.Lost, StageCode.Lost, StageCode.Identified, "价格高 10%"), (opportunity.Status, opportunity.Stage, opportunity.Reached, opportunity.LossNote));
    }

    [Fact]
    public async Task After_sales_done_ends_the_sixth_step_and_its_task()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await database.ReadyAtContractAsync(await database.HasCustomerAsync("九川医疗器械", World.Rep), World.Rep);
        await database.WinAsync(id, World.Rep);
        Assert.False((await database.MoveAsync(id, StageCode.Proposal, World.Rep, "退回")).IsDone);
        Assert.True((await database.MoveAsync(id, StageCode.Won, World.Rep)).IsDone);
        Assert.Equal(StageCode.Won, (await database.OpportunityAsync(id)).Stage);
        Assert.NotNull(await database.Read(db => db.FollowUpTasks.Select(task => task.DoneAt).SingleAsync()));
    }

    private sealed class Failing : IWinFollower
    {
        public Task FollowAsync(Application.Database.CrmDbContext db, long opportunityId, DateOnly closedOn, DateOnly? deliveryOn, CancellationToken cancellationToken)
            => throw new InvalidOperationException();
    }
}
