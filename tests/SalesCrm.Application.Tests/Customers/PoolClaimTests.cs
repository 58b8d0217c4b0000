using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Acts;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Pool;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Teams;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Customers;

public sealed class PoolClaimTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Fifty_people_claim_a_hundred_customers_at_once_and_each_has_one_owner_within_the_limits()
    {
        await RulesAsync(PoolRules.Default with { ClaimsPerDay = 3, MostHeld = 2 });
        var customers = await PooledAsync(100);
        var people = await PeopleAsync(50);

        // Everybody tries four customers, each of which three others want as well.
        var tries = people.SelectMany((person, at) => Enumerable.Range(0, 4).Select(next => (Person: person, Customer: customers[((at * 2) + (next * 3)) % 100]))).ToList();
        var answers = await Task.WhenAll(tries.Select(one => Task.Run(async () => (one.Person, one.Customer, Outcome: await ClaimAsync(one.Customer, one.Person)))));

        var won = answers.Where(answer => answer.Outcome.IsDone).ToList();
        var owners = await _database.Read(db => db.Customers.Where(row => row.OwnerId != null).ToDictionaryAsync(row => row.Id, row => row.OwnerId!.Value));
        Assert.Equal(won.Select(answer => (answer.Customer, answer.Person.UserId)).OrderBy(pair => pair), owners.Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair));
        Assert.All(owners.GroupBy(pair => pair.Value), of => Assert.InRange(of.Count(), 1, 2));
        Assert.All(answers.Where(answer => !answer.Outcome.IsDone), answer => Assert.Contains(answer.Outcome.Kind, new[] { OutcomeKind.Conflict, OutcomeKind.Invalid }));
        Assert.InRange(won.Count, 80, 100);
        Assert.Equal(won.Count, await _database.Read(db => db.PoolMoves.CountAsync(move => move.Kind == PoolMoveKind.Claimed)));
    }

    [Fact]
    public async Task The_daily_limit_holds_and_is_over_the_next_day()
    {
        await RulesAsync(PoolRules.Default with { ClaimsPerDay = 2 });
        var customers = await PooledAsync(3);
        Assert.True((await ClaimAsync(customers[0], World.Rep)).IsDone);
        Assert.True((await ClaimAsync(customers[1], World.Rep)).IsDone);
        Assert.Equal("今天已领取 2 家，达到每日上限，请明天再来", (await ClaimAsync(customers[2], World.Rep)).Problems.Single().Message.ToString());
        Assert.Equal("手慢了，这家客户刚被别人领走", (await ClaimAsync(customers[0], World.Rep2)).Problems.Single().Message.ToString());
        Assert.Equal(OutcomeKind.Forbidden, (await ClaimAsync(customers[2], World.Admin)).Kind);
        _database.Clock.GoTo(2024, 4, 2);
        Assert.True((await ClaimAsync(customers[2], World.Rep)).IsDone);
        Assert.Equal(OutcomeKind.NotFound, (await ClaimAsync(customers[0], World.Rep2)).Kind);
    }

    [Fact]
    public async Task The_former_owner_waits_as_long_as_the_rules_say()
    {
        await RulesAsync(PoolRules.Default with { ReclaimAfterDays = 3 });
        var id = await _database.HasCustomerAsync("澜图科技", World.Rep);
        await _database.With<ReleaseCustomer, Outcome<long>>(release => release.ExecuteAsync(id, new ReleaseCustomer.Input { Reason = "不再经营" }, World.Rep, CancellationToken.None));
        Assert.Equal(OutcomeKind.Invalid, (await ClaimAsync(id, World.Rep)).Kind);
        _database.Clock.GoTo(2024, 4, 4);
        Assert.True((await ClaimAsync(id, World.Rep)).IsDone);
    }

    [Fact]
    public async Task A_manager_gives_several_to_one_of_his_people_as_far_as_there_is_room()
    {
        await RulesAsync(PoolRules.Default with { MostHeld = 2 });
        var customers = await PooledAsync(3);
        Assert.Equal("OwnerId", (await AssignAsync(customers, World.Rep, World.Manager)).Problems.Single().Property);
        Assert.Equal("OwnerId", (await AssignAsync(customers[..1], World.Rep3, World.Manager)).Problems.Single().Property);
        Assert.Equal(OutcomeKind.Forbidden, (await AssignAsync(customers[..1], World.Rep, World.Rep)).Kind);
        var done = await AssignAsync(customers[..2], World.Rep, World.Manager);
        Assert.Equal((2, 0), (done.Value!.Done, done.Value.Gone));
        Assert.Equal(2, (await _database.With<UndoAct, Outcome<int>>(undo => undo.ExecuteAsync(done.Value.ActId, World.Manager, CancellationToken.None))).Value);
        Assert.Equal(3, await _database.Read(db => db.Customers.CountAsync(row => row.OwnerId == null)));
    }

    [Fact]
    public async Task Whom_somebody_sells_to_by_now_does_not_return_to_the_pool_when_his_assignment_is_undone()
    {
        var customers = await PooledAsync(2);
        var act = (await AssignAsync(customers, World.Rep, World.Manager)).Value!.ActId;
        await _database.HasOpportunityAsync(customers[0], World.Rep);

        var trial = (await _database.With<ActDetails, ActDetails.Card?>(details => details.FindAsync(act, tries: true, World.Manager, CancellationToken.None)))!.Trial!;
        Assert.Equal((1, "公海客户001", "还有进行中的商机，不能回到公海"), (trial.Restorable, trial.Left.Single().Title, trial.Left.Single().Why.ToString()));
        Assert.Equal(1, (await _database.With<UndoAct, Outcome<int>>(undo => undo.ExecuteAsync(act, World.Manager, CancellationToken.None))).Value);

        Assert.Equal([World.Rep.UserId, null], await _database.Read(db => db.Customers.OrderBy(row => row.Id).Select(row => row.OwnerId).ToListAsync()));
    }

    private Task<Outcome> ClaimAsync(long id, Actor actor) => _database.With<ClaimCustomer, Outcome>(claim => claim.ExecuteAsync(id, actor, CancellationToken.None));

    private Task<Outcome<AssignFromPool.Result>> AssignAsync(IReadOnlyCollection<long> ids, Actor to, Actor actor) => _database.With<AssignFromPool, Outcome<AssignFromPool.Result>>(
        assign => assign.ExecuteAsync(new AssignFromPool.Input { Ids = ids, OwnerId = to.UserId }, actor, CancellationToken.None));

    private Task RulesAsync(PoolRules rules) => _database.Read(async db =>
    {
        db.Settings.Add(PoolRules.Stored.Row(rules));
        await db.SaveAsync(World.Admin, CancellationToken.None);
        return 0;
    });

    private Task<List<long>> PooledAsync(int count) => _database.Read(async db =>
    {
        var customers = Enumerable.Range(1, count).Select(number =>
        {
            var customer = new Customer($"KH-P{number:000}", db.Now, null);
            customer.Rename($"公海客户{number:000}", $"公海客户{number:000}");
            return customer;
        }).ToList();
        db.Customers.AddRange(customers);
        await db.SaveAsync(Actor.System, CancellationToken.None);
        return customers.ConvertAll(customer => customer.Id);
    });

    private Task<List<Actor>> PeopleAsync(int count) => _database.Read(async db =>
    {
        var people = Enumerable.Range(1, count).Select(number => User.Create($"claimer{number}", $"领取人{number}", Role.Rep, World.Rep.TeamId)).ToList();
        db.Users.AddRange(people);
        await db.SaveAsync(Actor.System, CancellationToken.None);
        await Reach.RebuildAsync(db, CancellationToken.None);
        await db.SaveAsync(Actor.System, CancellationToken.None);
        return people.ConvertAll(person => new Actor(person.Id, person.DisplayName, Role.Rep, person.TeamId));
    });
}
