using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Acts;
using SalesCrm.Application.Handovers;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users.Accounts;
using SalesCrm.Application.Visits;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Handovers;

public sealed class HandoverTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task C05_A_change_of_owner_keeps_stage_history_and_links()
    {
        var (first, second) = (await _database.HasCustomerAsync("甲公司", World.Rep), await _database.HasCustomerAsync("乙公司", World.Rep));
        await _database.LogAsync(first, World.Rep);
        var open = await _database.HasOpportunityAsync(first, World.Rep);
        await _database.PutIntoAsync(open, StageCode.FirstContact);
        var lost = await _database.HasOpportunityAsync(second, World.Rep);
        await _database.Read(async db =>
        {
            (await db.Opportunities.SingleAsync(row => row.Id == lost)).Lose(new DateOnly(2024, 4, 1), null, null, null, db.Now, World.Rep.UserId);
            db.FollowUpTasks.Add(new FollowUpTask { Kind = FollowUpTaskKind.AfterSales, CustomerId = second, AssigneeId = World.Rep.UserId, DueOn = new DateOnly(2024, 4, 9) });
            db.Leads.Add(new Lead { Company = "新线索", CompanyKey = "新线索", OwnerId = World.Rep.UserId, CreatedAt = db.Now });
            await db.SaveAsync(World.Rep, CancellationToken.None);
            return 0;
        });
        var changes = await _database.Read(db => db.StageChanges.CountAsync());

        var id = (await ProposeAsync([World.Rep2.UserId], World.Manager)).Value;
        Assert.Equal(new PersonHoldings.Count(2, 1, 1, 1), (await CardAsync(id, World.Rep2))!.Left);
        Assert.Equal(OutcomeKind.Forbidden, (await AnswerAsync(id, HandoverAnswer.Accept, World.Manager)).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await AnswerAsync(id, HandoverAnswer.Accept, World.Rep3)).Kind);
        Assert.Equal(HandoverStatus.Done, (await AnswerAsync(id, HandoverAnswer.Accept, World.Rep2)).Value);

        var card = (await CardAsync(id, World.Rep2))!;
        Assert.Equal((new PersonHoldings.Count(0, 0, 0, 0), new PersonHoldings.Count(2, 1, 1, 1)), (card.Left, card.Receivers.Single().Part));
        var moved = await _database.OpportunityAsync(open);
        Assert.Equal((World.Rep2.UserId, StageCode.FirstContact, first), (moved.OwnerId, moved.Stage, moved.CustomerId));
        Assert.Equal(World.Rep.UserId, (await _database.OpportunityAsync(lost)).OwnerId);
        Assert.Equal((changes, World.Rep.UserId), (await _database.Read(db => db.StageChanges.CountAsync()), await _database.Read(db => db.Visits.Select(row => row.VisitorId).SingleAsync())));

        Assert.Equal(5, (await _database.With<UndoAct, Outcome<int>>(undo => undo.ExecuteAsync(card.Receivers.Single().ActId!.Value, World.Manager, CancellationToken.None))).Value);
        Assert.Equal(new PersonHoldings.Count(2, 1, 1, 1), (await CardAsync(id, World.Rep2))!.Left);
    }

    [Fact]
    public async Task Several_receivers_share_evenly_and_each_ones_part_is_his_when_he_accepts_it()
    {
        for (var number = 1; number <= 4; number++)
        {
            var customer = await _database.HasCustomerAsync($"第{number}家", World.Rep);
            await _database.HasOpportunityAsync(customer, World.Rep);
        }

        Assert.Equal("ReceiverIds", (await ProposeAsync([World.Rep3.UserId], World.Manager)).Problems.Single().Property);
        Assert.Equal("ReceiverIds", (await ProposeAsync([World.Support.UserId], World.Admin)).Problems.Single().Property);
        var id = (await ProposeAsync([World.Rep2.UserId, World.Manager.UserId], World.Manager)).Value;
        Assert.False((await ProposeAsync([World.Rep2.UserId], World.Manager)).IsDone);
        var before = (await CardAsync(id, World.Manager))!;
        Assert.Equal(PersonHoldings.Count.None, before.LeftAfter);
        Assert.All(before.Receivers, row => Assert.Equal(new PersonHoldings.Count(2, 2, 0, 0), row.Part));

        Assert.Equal(HandoverStatus.Proposed, (await AnswerAsync(id, HandoverAnswer.Accept, World.Rep2)).Value);
        Assert.Equal((2, 2), (await HeldAsync(World.Rep), await HeldAsync(World.Rep2)));
        Assert.Equal(OutcomeKind.Forbidden, (await AnswerAsync(id, HandoverAnswer.Accept, World.Rep2)).Kind);
        Assert.Equal(HandoverStatus.Done, (await AnswerAsync(id, HandoverAnswer.Decline, World.Manager, "手上客户太多")).Value);

        Assert.Equal((2, 2), (await HeldAsync(World.Rep), await HeldAsync(World.Rep2)));
        Assert.Equal(0, await _database.Read(db => db.Opportunities.CountAsync(row => row.OwnerId != row.Customer!.OwnerId)));
    }

    [Fact]
    public async Task A_receiver_declines_with_a_reason_and_the_proposer_withdraws()
    {
        await _database.HasCustomerAsync("甲公司", World.Rep);
        var id = (await ProposeAsync([World.Rep2.UserId], World.Manager)).Value;
        Assert.Equal("Reason", (await AnswerAsync(id, HandoverAnswer.Decline, World.Rep2)).Problems.Single().Property);
        Assert.Equal(HandoverStatus.Declined, (await AnswerAsync(id, HandoverAnswer.Decline, World.Rep2, "手上客户太多")).Value);
        Assert.Equal(OutcomeKind.Conflict, (await AnswerAsync(id, HandoverAnswer.Accept, World.Rep2)).Kind);
        var again = (await ProposeAsync([World.Rep2.UserId], World.Manager)).Value;
        Assert.Equal(OutcomeKind.Forbidden, (await AnswerAsync(again, HandoverAnswer.Withdraw, World.Rep2)).Kind);
        Assert.Equal(HandoverStatus.Withdrawn, (await AnswerAsync(again, HandoverAnswer.Withdraw, World.Manager)).Value);
        Assert.Equal(1, await _database.Read(db => db.Customers.CountAsync(row => row.OwnerId == World.Rep.UserId)));
    }

    [Fact]
    public async Task An_account_that_holds_customers_is_closed_only_after_a_handover_which_an_admin_may_let_take_effect_at_once()
    {
        await _database.HasCustomerAsync("甲公司", World.Rep);
        var refused = await CloseAsync();
        Assert.Equal(("IsActive", "他名下还有 1 家客户、0 个进行中的商机、0 项任务、0 条线索，请先交接再停用"), (refused.Problems.Single().Property, refused.Problems.Single().Message.ToString()));

        var handover = await _database.With<ProposeHandover, Outcome<long>>(propose => propose.ExecuteAsync(
            new ProposeHandover.Input { FromId = World.Rep.UserId, ReceiverIds = [World.Rep3.UserId], AtOnce = true }, World.Admin, CancellationToken.None));
        Assert.Equal(HandoverStatus.Done, (await CardAsync(handover.Value, World.Admin))!.Status);
        Assert.Equal(World.Rep3.UserId, await _database.Read(db => db.Customers.Select(row => row.OwnerId!.Value).SingleAsync()));
        Assert.True((await CloseAsync()).IsDone);
    }

    private async Task<Outcome> CloseAsync()
    {
        var version = await _database.Read(db => db.Users.Where(user => user.Id == World.Rep.UserId).Select(user => user.Version).SingleAsync());
        return await _database.With<EditAccount, Outcome>(edit => edit.ExecuteAsync(
            World.Rep.UserId,
            new EditAccount.Input { UserName = "rep", DisplayName = World.Rep.Name, Role = World.Rep.Role, TeamId = World.Rep.TeamId, IsActive = false, Version = version }, World.Admin, CancellationToken.None));
    }

    private Task<Outcome<long>> ProposeAsync(List<long> receivers, Actor actor) => _database.With<ProposeHandover, Outcome<long>>(
        propose => propose.ExecuteAsync(new ProposeHandover.Input { FromId = World.Rep.UserId, ReceiverIds = receivers, AtOnce = true }, actor, CancellationToken.None));

    private Task<Outcome<HandoverStatus>> AnswerAsync(long id, HandoverAnswer answer, Actor actor, string? reason = null) => _database.With<AnswerHandover, Outcome<HandoverStatus>>(
        use => use.ExecuteAsync(id, new AnswerHandover.Input { Answer = answer, Reason = reason }, actor, CancellationToken.None));

    private Task<HandoverList.Card?> CardAsync(long id, Actor actor) => _database.With<HandoverList, HandoverList.Card?>(list => list.FindAsync(id, actor, CancellationToken.None));

    private Task<int> HeldAsync(Actor actor) => _database.Read(db => db.Customers.CountAsync(row => row.OwnerId == actor.UserId));
}
