using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Acts;
using SalesCrm.Application.Customers.Bulk;
using SalesCrm.Application.Customers.Pool;
using SalesCrm.Application.Database;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Timelines;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Customers;

public sealed class PoolTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Each_grade_falls_after_its_days_and_not_before_its_owner_was_warned()
    {
        var due = new Dictionary<Grade, long>();
        foreach (var grade in Enum.GetValues<Grade>())
        {
            due[grade] = await CustomerAsync($"{grade}级公司", World.Rep, grade);
        }

        var busy = await CustomerAsync("有商机的公司", World.Rep, Grade.A);
        await _database.HasOpportunityAsync(busy, World.Rep);
        await StartAsync();

        foreach (var (grade, day) in new[] { (Grade.A, new DateOnly(2024, 5, 1)), (Grade.B, new DateOnly(2024, 5, 16)), (Grade.C, new DateOnly(2024, 6, 30)), (Grade.D, new DateOnly(2024, 9, 28)) })
        {
            Go(day.AddDays(-1));
            await NightAsync();
            Assert.Equal(World.Rep.UserId, await OwnerAsync(due[grade]));
            Go(day);
            await NightAsync();
            Assert.Null(await OwnerAsync(due[grade]));
        }

        Assert.Equal(World.Rep.UserId, await OwnerAsync(busy));
        Assert.False(await RunNightAsync());
    }

    [Fact]
    public async Task The_days_begin_anew_with_a_follow_up_and_with_a_new_owner()
    {
        var (called, given) = (await CustomerAsync("回访公司", World.Rep, Grade.A), await CustomerAsync("改派公司", World.Rep, Grade.A));
        await StartAsync();
        Go(new(2024, 4, 30));
        await _database.LogAsync(called, World.Rep);
        await ChangeAsync(new() { Ids = [given], Change = BulkChange.Assign, OwnerId = World.Rep2.UserId }, World.Manager);

        Go(new(2024, 5, 29));
        await NightAsync();
        Assert.Equal((World.Rep.UserId, World.Rep2.UserId), (await OwnerAsync(called), await OwnerAsync(given)));
        var row = await FallingAsync(called, World.Rep);
        Assert.Equal((new DateOnly(2024, 5, 30), 1, "A 级 30 天未跟进"), (row!.On, row.DaysLeft, row.Rule.ToString()));
        Assert.Null(await FallingAsync(called, World.Rep2));

        Go(new(2024, 5, 30));
        await NightAsync();
        Assert.Equal((null, null), (await OwnerAsync(called), await OwnerAsync(given)));
    }

    [Fact]
    public async Task Nobody_falls_in_the_first_week_after_the_rules_began_or_became_stricter()
    {
        _database.Clock.GoTo(2023, 1, 2);
        var old = await CustomerAsync("老客户", World.Rep, Grade.A);
        var late = await CustomerAsync("普通客户", World.Rep, Grade.D);
        Go(new(2024, 4, 1));
        await _database.LogAsync(late, World.Rep);
        await NightAsync();
        Assert.Equal(World.Rep.UserId, await OwnerAsync(old));
        var first = await SheetAsync(World.Rep);
        Assert.Equal((1, new DateOnly(2024, 4, 8)), (first.Total, first.Rows.Single().On));
        Go(new(2024, 4, 8));
        await NightAsync();
        Assert.Null(await OwnerAsync(old));

        Go(new(2024, 5, 20));
        var input = await _database.With<SavePoolRules, SavePoolRules.Input>(save => save.FormAsync(CancellationToken.None));
        input.DaysD = 30;
        var impact = await _database.With<PoolImpact, PoolImpact.Sheet>(impact => impact.ReadAsync(input.ToRules(), World.Admin, CancellationToken.None));
        Assert.Equal(((0, 1), (0, 1), "普通客户", 0), ((impact.Now.Before, impact.Now.After), (impact.Week.Before, impact.Week.After), impact.Added.Single().Name, impact.SparedCount));
        Assert.Equal(OutcomeKind.Forbidden, (await _database.With<SavePoolRules, Outcome>(save => save.ExecuteAsync(input, World.Manager, CancellationToken.None))).Kind);
        Assert.True((await _database.With<SavePoolRules, Outcome>(save => save.ExecuteAsync(input, World.Admin, CancellationToken.None))).IsDone);
        Go(new(2024, 5, 26));
        await NightAsync();
        Assert.Equal(World.Rep.UserId, await OwnerAsync(late));
        Go(new(2024, 5, 27));
        await NightAsync();
        Assert.Null(await OwnerAsync(late));
    }

    [Fact]
    public async Task A_customer_is_deferred_once_for_each_owner_and_with_a_reason()
    {
        var id = await CustomerAsync("澜图科技", World.Rep, Grade.A);
        await StartAsync();
        Assert.Equal(OutcomeKind.Invalid, (await DeferAsync(id, "客户出国", World.Rep)).Kind);
        Go(new(2024, 4, 28));
        Assert.Equal("Reason", (await DeferAsync(id, " ", World.Rep)).Problems.Single().Property);
        Assert.Equal(OutcomeKind.NotFound, (await DeferAsync(id, "客户出国", World.Rep2)).Kind);
        Assert.Equal(new DateOnly(2024, 5, 31), (await DeferAsync(id, "客户出国", World.Manager)).Value);
        Assert.Equal(OutcomeKind.Invalid, (await DeferAsync(id, "再等等", World.Rep)).Kind);

        Go(new(2024, 5, 30));
        await NightAsync();
        Assert.Equal(World.Rep.UserId, await OwnerAsync(id));
        Go(new(2024, 5, 31));
        await NightAsync();
        Assert.Null(await OwnerAsync(id));
        Assert.Null(await _database.Read(db => db.Customers.Select(row => row.DeferredUntil).SingleAsync()));
    }

    [Fact]
    public async Task What_the_night_did_is_told_in_the_timeline_and_an_admin_undoes_it()
    {
        var (kept, claimed) = (await CustomerAsync("甲公司", World.Rep, Grade.A), await CustomerAsync("乙公司", World.Rep, Grade.A));
        await StartAsync();
        Go(new(2024, 5, 1));
        await NightAsync();
        var list = await _database.With<ActList, Page<ActList.ActRow>>(acts => acts.ReadAsync(null, World.Admin, CancellationToken.None));
        var act = list.Rows.Single(row => row.Kind == ActKind.Release);
        Assert.Equal((2, null), (act.Records, act.By));
        Assert.Empty((await _database.With<ActList, Page<ActList.ActRow>>(acts => acts.ReadAsync(null, World.Boss, CancellationToken.None))).Rows);

        Assert.True((await ClaimAsync(claimed, World.Rep2)).IsDone);
        var told = (await TimelineAsync(claimed, World.Rep2)).OfType<PoolEvent>().Select(e => (e.Move, e.From, e.To, e.Rule?.ToString()));
        Assert.Equal([(PoolMoveKind.Claimed, "林晓雯", "周启航", null), (PoolMoveKind.Fell, "林晓雯", null, "A 级 30 天未跟进")], told);

        Assert.Equal(1, (await _database.With<UndoAct, Outcome<int>>(undo => undo.ExecuteAsync(act.Id, World.Admin, CancellationToken.None))).Value);
        Assert.Equal((World.Rep.UserId, World.Rep2.UserId), (await OwnerAsync(kept), await OwnerAsync(claimed)));
        Assert.DoesNotContain(await TimelineAsync(kept, World.Rep), e => e is PoolEvent);
        Go(new(2024, 5, 2));
        await NightAsync();
        Assert.Equal(World.Rep.UserId, await OwnerAsync(kept));
    }

    [Fact]
    public async Task The_pool_shows_enough_to_choose_by_and_opens_no_file()
    {
        var id = await CustomerAsync("青禾食品", World.Rep3, Grade.B);
        await _database.Read(async db =>
        {
            var contact = new Application.Customers.Contacts.Contact { CustomerId = id, Name = "张三", IsPrimary = true };
            contact.Reach(null, "13800005678", null);
            db.Contacts.Add(contact);
            await db.SaveAsync(Actor.System, CancellationToken.None);
            return 0;
        });
        Assert.Equal(OutcomeKind.NotFound, (await ReleaseAsync(id, "不再经营", World.Rep)).Kind);
        Assert.Equal("Reason", (await ReleaseAsync(id, null, World.Rep3)).Problems.Single().Property);
        Assert.True((await ReleaseAsync(id, "不再经营", World.Rep3)).IsDone);

        var row = (await ListAsync(World.Rep, new PoolList.Filter("青禾", Grade.B))).Rows.Single();
        Assert.Equal(("青禾食品", "138****5678", "华南大区", false), (row.Name, row.Phone, row.FormerTeam, row.HasDeals));
        Assert.Empty((await ListAsync(World.Support, new PoolList.Filter())).Rows);
        Assert.False(await _database.With<Application.Customers.CustomerDetails, bool>(details => details.IsSeenAsync(id, World.Rep, CancellationToken.None)));
        Assert.Null(await _database.With<Application.Customers.CustomerDetails, Application.Customers.CustomerDetails.CustomerCard?>(details => details.FindAsync(id, World.Manager2, CancellationToken.None)));
    }

    [Fact]
    public async Task A_bulk_release_leaves_the_busy_and_comes_back_to_the_manager_who_made_it()
    {
        var ids = new List<long> { await CustomerAsync("甲公司", World.Rep, Grade.A), await CustomerAsync("乙公司", World.Rep2, Grade.B), await CustomerAsync("丙公司", World.Rep, Grade.C) };
        await _database.HasOpportunityAsync(ids[2], World.Rep);
        var result = await ChangeAsync(new() { Ids = ids, Change = BulkChange.Release, Reason = "区域调整" }, World.Manager);
        Assert.Equal((2, 1, 0), (result.Value!.Done, result.Value.Busy, result.Value.NotYours));
        Assert.Equal((null, null, World.Rep.UserId), (await OwnerAsync(ids[0]), await OwnerAsync(ids[1]), await OwnerAsync(ids[2])));
        Assert.Equal(2, (await _database.With<UndoAct, Outcome<int>>(undo => undo.ExecuteAsync(result.Value.ActId, World.Manager, CancellationToken.None))).Value);
        Assert.Equal((World.Rep.UserId, World.Rep2.UserId), (await OwnerAsync(ids[0]), await OwnerAsync(ids[1])));
    }

    private async Task<long> CustomerAsync(string name, Actor owner, Grade grade)
    {
        var id = await _database.HasCustomerAsync(name, owner);
        await _database.Read(async db =>
        {
            (await db.Customers.SingleAsync(row => row.Id == id)).TakeGrade(grade, new DateOnly(2023, 1, 1));
            await db.SaveAsync(Actor.System, CancellationToken.None);
            return 0;
        });
        return id;
    }

    /// <summary>The first night, which lets nobody fall.</summary>
    private Task StartAsync() => NightAsync();

    private void Go(DateOnly day) => _database.Clock.GoTo(day.Year, day.Month, day.Day);

    private async Task NightAsync() => Assert.True(await RunNightAsync());

    private Task<bool> RunNightAsync() => _database.With<RecycleCustomers, bool>(job => job.RunIfDueAsync(CancellationToken.None));

    private Task<long?> OwnerAsync(long id) => _database.Read(db => db.Customers.Where(row => row.Id == id).Select(row => row.OwnerId).SingleAsync());

    private Task<Outcome> ClaimAsync(long id, Actor actor) => _database.With<ClaimCustomer, Outcome>(claim => claim.ExecuteAsync(id, actor, CancellationToken.None));

    private Task<Outcome<DateOnly>> DeferAsync(long id, string reason, Actor actor)
        => _database.With<DeferCustomer, Outcome<DateOnly>>(defer => defer.ExecuteAsync(id, new DeferCustomer.Input { Reason = reason }, actor, CancellationToken.None));

    private Task<Outcome<long>> ReleaseAsync(long id, string? reason, Actor actor)
        => _database.With<ReleaseCustomer, Outcome<long>>(release => release.ExecuteAsync(id, new ReleaseCustomer.Input { Reason = reason }, actor, CancellationToken.None));

    private Task<Outcome<ChangeCustomers.Result>> ChangeAsync(ChangeCustomers.Input input, Actor actor)
        => _database.With<ChangeCustomers, Outcome<ChangeCustomers.Result>>(change => change.ExecuteAsync(input, actor, CancellationToken.None));

    private Task<FallingCustomers.FallingRow?> FallingAsync(long id, Actor actor)
        => _database.With<FallingCustomers, FallingCustomers.FallingRow?>(falling => falling.FindAsync(id, actor, CancellationToken.None));

    private Task<FallingCustomers.Sheet> SheetAsync(Actor actor)
        => _database.With<FallingCustomers, FallingCustomers.Sheet>(falling => falling.ReadAsync(7, null, 10, actor, CancellationToken.None));

    private Task<Page<PoolList.PoolRow>> ListAsync(Actor actor, PoolList.Filter filter)
        => _database.With<PoolList, Page<PoolList.PoolRow>>(list => list.ReadAsync(filter, new PageRequest("since", true), actor, CancellationToken.None));

    private async Task<IReadOnlyList<TimelineEvent>> TimelineAsync(long id, Actor actor)
        => (await _database.With<CustomerTimeline, CustomerTimeline.Timeline?>(timeline => timeline.ReadAsync(id, new CustomerTimeline.Request(), actor, CancellationToken.None)))!.Events;
}
