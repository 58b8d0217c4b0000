using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Handovers;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Users;
using SalesCrm.Application.Visits;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Handovers;

/// <summary>A handover divided by hand: who may divide it, and who gets what.</summary>
public sealed class HandoverDivisionTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2024, 4, 9);

    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task C05_By_region_and_one_by_one_each_receiver_gets_his_part_with_what_hangs_on_it_and_the_rest_stays()
    {
        var (nanjing, suzhou) = (await CustomerAsync("南京公司", "江苏"), await CustomerAsync("苏州公司", "江苏省"));
        var (canton, chengdu, foreign) = (await CustomerAsync("广州公司", "广东"), await CustomerAsync("成都公司", "四川"), await _database.HasCustomerAsync("别人的公司", World.Rep3));
        await _database.HasOpportunityAsync(nanjing, World.Rep);
        await _database.HasOpportunityAsync(canton, World.Rep);
        await LooseAsync(foreign);

        await HasAsync(new FollowUpTask { Kind = FollowUpTaskKind.AfterSales, CustomerId = suzhou, AssigneeId = World.Rep.UserId, DueOn = Day }, new Lead { Company = "无锡线索", CompanyKey = "无锡线索", Province = "江苏", OwnerId = World.Rep.UserId });
        var id = await ProposeAsync(HandoverDivision.ByProposer, World.Rep2.UserId, World.Manager.UserId);
        Assert.Null(await CardAsync(id, World.Rep2));
        var regions = await _database.With<HandoverSheet, IReadOnlyList<HandoverSheet.Region>>(sheet => sheet.RegionsAsync(id, World.Manager, CancellationToken.None));
        Assert.Equal(("江苏", 2, 1), (regions[0].Key, regions[0].Customers, regions[0].Leads));

        Assert.Equal(3, (await DivideAsync(id, new() { Regions = [new("江苏", World.Rep2.UserId), new("广东", null)] })).Value);
        Assert.Equal(2, (await DivideAsync(id, new() { Ids = [canton, chengdu, foreign], ReceiverId = World.Manager.UserId })).Value);
        Assert.Equal(1, (await DivideAsync(id, new() { All = true }, new HandoverFilter(Province: "四川"))).Value);
        Assert.Equal("ReceiverId", (await DivideAsync(id, new() { Ids = [canton], ReceiverId = World.Rep3.UserId })).Problems.Single().Property);
        Assert.Equal(["成都公司"], (await SheetAsync(id, new HandoverFilter(Part: 0)))!.Rows.Select(row => row.Name));
        Assert.True((await SendAsync(id, SendHandover.Stays)).IsDone);

        var card = (await CardAsync(id, World.Rep2))!;
        Assert.Equal([new PersonHoldings.Count(1, 1, 0, 0), new PersonHoldings.Count(2, 1, 1, 1)], card.Receivers.Select(row => row.Part));
        Assert.Equal((new PersonHoldings.Count(4, 3, 1, 1), new PersonHoldings.Count(1, 1, 0, 0)), (card.Left, card.LeftAfter));
        Assert.Equal(["南京公司", "苏州公司"], (await PartsAsync(id, World.Rep2)).Order());
        Assert.Equal(HandoverStatus.Proposed, (await AnswerAsync(id, HandoverAnswer.Accept, World.Rep2)).Value);

        Assert.Equal([(nanjing, World.Rep2.UserId), (suzhou, World.Rep2.UserId), (canton, World.Rep.UserId), (chengdu, World.Rep.UserId)], await _database.Read(async db => (await db.Customers.Where(row => row.Id != foreign).OrderBy(row => row.Id)
            .Select(row => new { row.Id, row.OwnerId }).ToListAsync()).ConvertAll(row => (row.Id, row.OwnerId!.Value))));
        Assert.Equal((World.Rep2.UserId, World.Rep2.UserId), await _database.Read(async db => ((await db.FollowUpTasks.SingleAsync()).AssigneeId!.Value, (await db.Leads.SingleAsync()).OwnerId!.Value)));
        Assert.Equal(HandoverStatus.Done, (await AnswerAsync(id, HandoverAnswer.Accept, World.Manager)).Value);
        Assert.Equal(new PersonHoldings.Count(1, 1, 0, 0), (await CardAsync(id, World.Manager))!.Left);
    }

    [Fact]
    public async Task What_is_not_divided_goes_to_whom_the_last_step_names()
    {
        var customer = await CustomerAsync("南京公司", "江苏");
        var foreign = await _database.HasCustomerAsync("别人的公司", World.Rep3);
        await LooseAsync(foreign);
        var id = await ProposeAsync(HandoverDivision.ByProposer, World.Rep2.UserId, World.Manager.UserId);

        Assert.Equal("还没有分给任何人，请先分配", (await SendAsync(id, SendHandover.Stays)).Problems.Single().Message.ToString());
        Assert.Equal("RestId", (await SendAsync(id, null)).Problems.Single().Property);
        Assert.True((await SendAsync(id, World.Rep2.UserId)).IsDone);

        Assert.Equal([World.Rep2.UserId], (await CardAsync(id, World.Manager))!.Receivers.Select(row => row.UserId));
        Assert.Equal(HandoverStatus.Done, (await AnswerAsync(id, HandoverAnswer.Accept, World.Rep2)).Value);
        Assert.Equal(World.Rep2.UserId, await _database.Read(db => db.Opportunities.Select(row => row.OwnerId!.Value).SingleAsync()));
        Assert.Equal(1, await _database.Read(db => db.CustomerMembers.CountAsync(member => member.CustomerId == foreign && member.UserId == World.Rep2.UserId)));
        Assert.Equal(World.Rep2.UserId, await _database.Read(db => db.Customers.Where(row => row.Id == customer).Select(row => row.OwnerId!.Value).SingleAsync()));
    }

    [Fact]
    public async Task Who_hands_over_divides_where_he_is_asked_to_and_learns_nothing_otherwise()
    {
        var customer = await CustomerAsync("南京公司", "江苏");
        var own = await ProposeAsync(HandoverDivision.ByProposer, World.Rep2.UserId);
        Assert.Null(await CardAsync(own, World.Rep));
        Assert.Equal(OutcomeKind.NotFound, (await DivideAsync(own, new() { Ids = [customer], ReceiverId = World.Rep2.UserId }, actor: World.Rep)).Kind);
        await AnswerAsync(own, HandoverAnswer.Withdraw, World.Manager);

        var asked = await ProposeAsync(HandoverDivision.ByGiver, World.Rep2.UserId);
        Assert.Equal(1, await _database.With<HandoverList, int>(list => list.WaitingAsync(World.Rep, CancellationToken.None)));
        Assert.Equal(1, (await DivideAsync(asked, new() { Ids = [customer], ReceiverId = World.Rep2.UserId }, actor: World.Rep)).Value);
        Assert.True((await SendAsync(asked, SendHandover.Stays, World.Rep)).IsDone);

        Assert.Equal(HandoverStatus.Done, (await AnswerAsync(asked, HandoverAnswer.Accept, World.Rep2)).Value);
        Assert.Equal(World.Manager.UserId, await _database.Read(db => db.Acts.Select(act => act.UserId!.Value).SingleAsync()));
    }

    [Fact]
    public async Task Service_staff_receive_tasks_alone_and_see_the_customers_behind_them()
    {
        var customer = await _database.HasCustomerAsync("别人的公司", World.Rep3);
        await HasAsync(new FollowUpTask { Kind = FollowUpTaskKind.AfterSales, CustomerId = customer, AssigneeId = World.Rep.UserId, DueOn = Day });
        Assert.Contains(World.Support.UserId, await ChoicesAsync());
        var id = await ProposeAsync(HandoverDivision.Evenly, [World.Support.UserId], World.Admin);
        Assert.Equal(HandoverStatus.Done, (await AnswerAsync(id, HandoverAnswer.Accept, World.Support)).Value);
        Assert.Equal(1, await _database.Read(db => db.CustomerMembers.CountAsync(member => member.UserId == World.Support.UserId)));

        await CustomerAsync("南京公司", "江苏");
        Assert.DoesNotContain(World.Support.UserId, await ChoicesAsync());

        async Task<IEnumerable<long>> ChoicesAsync() => (await _database.With<ReceiverChoices, IReadOnlyList<People.Person>>(async choices => await choices.ReadAsync(
            World.Rep.UserId, (await _database.With<PersonHoldings, PersonHoldings.Count?>(held => held.CountOfAsync(World.Rep.UserId, World.Admin, CancellationToken.None)))!, World.Admin, CancellationToken.None)))
            .Select(person => person.Id);
    }

    [Fact]
    public async Task What_the_giver_got_since_goes_to_nobody_who_may_not_hold_it()
    {
        await HasAsync(new FollowUpTask { Kind = FollowUpTaskKind.AfterSales, CustomerId = await _database.HasCustomerAsync("别人的公司", World.Rep3), AssigneeId = World.Rep.UserId, DueOn = Day });
        var id = await ProposeAsync(HandoverDivision.ByProposer, [World.Support.UserId, World.Rep2.UserId], World.Admin);
        var customer = await CustomerAsync("南京公司", "江苏");

        Assert.Equal("ReceiverId", (await DivideAsync(id, new() { Ids = [customer], ReceiverId = World.Support.UserId }, actor: World.Admin)).Problems.Single().Property);
        Assert.Equal("ReceiverId", (await DivideAsync(id, new() { Regions = [new("江苏", World.Support.UserId)] }, actor: World.Admin)).Problems.Single().Property);
        Assert.Equal(1, (await DivideAsync(id, new() { Ids = [customer], ReceiverId = World.Rep2.UserId }, actor: World.Admin)).Value);
        await BecomesAsync(World.Rep2, Role.Service);
        Assert.Equal("{0} 已停用，或他的角色不能接收这一份，请重新分配", (await SendAsync(id, 0, World.Admin)).Problems.Single().Message.Format);
        await BecomesAsync(World.Rep2, Role.Rep);
        Assert.True((await SendAsync(id, World.Support.UserId, World.Admin)).IsDone);

        await BecomesAsync(World.Rep2, Role.Service);
        Assert.Equal(OutcomeKind.Invalid, (await AnswerAsync(id, HandoverAnswer.Accept, World.Rep2)).Kind);
        Assert.True((await AnswerAsync(id, HandoverAnswer.Accept, World.Support)).IsDone);
        Assert.Equal(World.Rep.UserId, await _database.Read(db => db.Customers.Where(row => row.Id == customer).Select(row => row.OwnerId!.Value).SingleAsync()));
    }

    [Fact]
    public async Task Whoever_leads_the_giver_no_more_neither_sees_nor_divides_what_he_proposed()
    {
        var customer = await CustomerAsync("南京公司", "江苏");
        var id = await ProposeAsync(HandoverDivision.ByProposer, World.Rep2.UserId);
        await _database.Read(db => db.Reaches.Where(reach => reach.ActorId == World.Manager.UserId && reach.UserId == World.Rep.UserId).ExecuteDeleteAsync());

        Assert.Null(await SheetAsync(id, new()));
        Assert.Equal(OutcomeKind.NotFound, (await DivideAsync(id, new() { Ids = [customer], ReceiverId = World.Rep2.UserId })).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await SendAsync(id, 0)).Kind);
        Assert.NotNull(await SheetAsync(id, new(), World.Admin));
    }

    [Fact]
    public async Task A_confidential_customer_is_divided_without_telling_his_name_to_whom_he_is_closed()
    {
        var customer = await CustomerAsync("玄铁重工", "江苏");
        await _database.Read(async db =>
        {
            (await db.Customers.SingleAsync(row => row.Id == customer)).Close("军工", db.Now);
            await db.SaveAsync(World.Rep, CancellationToken.None);
            return 0;
        });
        var id = await ProposeAsync(HandoverDivision.ByProposer, [World.Rep2.UserId], World.Manager);

        Assert.Equal((null, true), (await SheetAsync(id, new(), World.Admin))!.Rows.Select(row => (row.Name, row.IsConfidential)).Single());
        Assert.Equal("玄铁重工", (await SheetAsync(id, new()))!.Rows.Single().Name);
    }

    private async Task<long> CustomerAsync(string name, string province)
    {
        var id = await _database.HasCustomerAsync(name, World.Rep);
        await _database.Read(db => db.Customers.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Province, province)));
        return id;
    }

    private Task<int> BecomesAsync(Actor person, Role role) => _database.Read(db => db.Users.Where(user => user.Id == person.UserId).ExecuteUpdateAsync(set => set.SetProperty(user => user.Role, role)));

    /// <summary>An opportunity of the rep's on somebody else's customer.</summary>
    private async Task LooseAsync(long customer)
    {
        var id = await _database.HasOpportunityAsync(customer, World.Rep3);
        await _database.Read(db => db.Opportunities.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.OwnerId, World.Rep.UserId)));
    }

    private Task<int> HasAsync(params object[] records) => _database.Read(async db =>
    {
        db.AddRange(records);
        await db.SaveAsync(World.Rep, CancellationToken.None);
        return 0;
    });

    private Task<long> ProposeAsync(HandoverDivision division, params long[] receivers) => ProposeAsync(division, receivers, World.Manager);

    private async Task<long> ProposeAsync(HandoverDivision division, long[] receivers, Actor actor)
    {
        var outcome = await _database.With<ProposeHandover, Outcome<long>>(
            propose => propose.ExecuteAsync(new() { FromId = World.Rep.UserId, ReceiverIds = [.. receivers], Division = division }, actor, CancellationToken.None));
        Assert.True(outcome.IsDone, string.Join(' ', outcome.Problems.Select(problem => problem.Message.ToString())));
        return outcome.Value;
    }

    private Task<Outcome<int>> DivideAsync(long id, DivideHandover.Input input, HandoverFilter? filter = null, Actor? actor = null)
        => _database.With<DivideHandover, Outcome<int>>(divide => divide.ExecuteAsync(id, input, filter ?? new(), actor ?? World.Manager, CancellationToken.None));

    private Task<Outcome> SendAsync(long id, long? rest, Actor? actor = null)
        => _database.With<SendHandover, Outcome>(send => send.ExecuteAsync(id, new() { RestId = rest }, actor ?? World.Manager, CancellationToken.None));

    private Task<Outcome<HandoverStatus>> AnswerAsync(long id, HandoverAnswer answer, Actor actor)
        => _database.With<AnswerHandover, Outcome<HandoverStatus>>(use => use.ExecuteAsync(id, new() { Answer = answer }, actor, CancellationToken.None));

    private Task<HandoverList.Card?> CardAsync(long id, Actor actor) => _database.With<HandoverList, HandoverList.Card?>(list => list.FindAsync(id, actor, CancellationToken.None));

    private Task<Page<HandoverSheet.Row>?> SheetAsync(long id, HandoverFilter filter, Actor? actor = null)
        => _database.With<HandoverSheet, Page<HandoverSheet.Row>?>(sheet => sheet.ReadAsync(id, filter, new PageRequest("grade"), actor ?? World.Manager, CancellationToken.None));

    private async Task<IEnumerable<string?>> PartsAsync(long id, Actor actor)
        => (await _database.With<HandoverSheet, Page<HandoverSheet.Row>?>(sheet => sheet.PartsAsync(id, new PageRequest("grade"), actor, CancellationToken.None)))!.Rows.Select(row => row.Name);
}
