using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Visits;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Visits;

/// <summary>Editing, confirming, archiving, and planning without an entry.</summary>
public sealed class ChangeVisitTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private long _customer;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _customer = await _database.CustomerOfAsync("澜图科技");
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task G04_Stays_open_until_its_result_is_confirmed()
    {
        var input = Log.Call(_customer, feedback: "操作界面不熟悉，希望培训");
        (input.Handling, input.DueOn) = ("安排4月3日线上培训", new DateOnly(2024, 4, 3));
        var id = await _database.RecordedAsync(input);
        Assert.Equal((1, 1, 0), await CountsAsync());
        _database.Clock.GoTo(2024, 4, 4);
        Assert.Equal((1, 1, 1), await CountsAsync());

        var version = (await _database.VisitAsync(id)).Version;
        Assert.Equal("Result", Assert.Single((await ConfirmAsync(id, " ", version)).Problems).Property);
        Assert.True((await ConfirmAsync(id, "客户确认培训有效", version)).IsDone);

        Assert.Equal((1, 0, 0), await CountsAsync());
        Assert.True((await ConfirmAsync(id, "客户确认培训有效", version)).IsDone);
        Assert.Equal(OutcomeKind.Conflict, (await ConfirmAsync(id, "无效", version)).Kind);
    }

    [Fact]
    public async Task An_edit_moves_the_plan_that_came_from_the_entry_and_no_other()
    {
        var first = Log.Call(_customer);
        first.NextPick = new DateOnly(2024, 4, 5);
        var id = await _database.RecordedAsync(first);

        await EditAsync(id, input => input.NextOn = new DateOnly(2024, 4, 8));
        Assert.Equal(new DateOnly(2024, 4, 8), (await _database.CustomerAsync(_customer)).NextFollowUpOn);

        var second = Log.Call(_customer);
        second.NextPick = new DateOnly(2024, 4, 9);
        await _database.RecordedAsync(second);
        await EditAsync(id, input => input.NextOn = new DateOnly(2024, 4, 30));
        Assert.Equal(new DateOnly(2024, 4, 9), (await _database.CustomerAsync(_customer)).NextFollowUpOn);
    }

    [Fact]
    public async Task An_edit_moves_the_last_follow_up_and_keeps_the_seconds_of_an_untouched_time()
    {
        _database.Clock.Now = _database.Clock.Now.AddSeconds(17);
        var id = await _database.RecordedAsync(Log.Call(_customer));
        await EditAsync(id, input => input.Feedback = "改过");
        Assert.Equal(_database.Clock.Now.UtcDateTime, (await _database.VisitAsync(id)).At);

        await EditAsync(id, input => input.At = new DateTime(2024, 3, 30, 8, 0, 0));
        Assert.Equal(new DateTime(2024, 3, 30, 0, 0, 0), (await _database.CustomerAsync(_customer)).LastFollowUpAt);
        Assert.Equal(new DateOnly(2024, 3, 30), (await _database.VisitAsync(id)).On);
    }

    [Fact]
    public async Task The_second_of_two_who_edit_is_told()
    {
        var id = await _database.RecordedAsync(Log.Call(_customer));
        var (_, mine) = (await FormAsync(id, World.Rep))!.Value;
        await EditAsync(id, input => input.Topic = "经理改的", World.Manager);
        mine.Topic = "我改的";

        var outcome = await _database.With<EditVisit, Outcome>(edit => edit.ExecuteAsync(id, mine, World.Rep, CancellationToken.None));

        Assert.Equal(OutcomeKind.Conflict, outcome.Kind);
        Assert.Equal("经理改的", (await _database.VisitAsync(id)).Topic);
    }

    [Fact]
    public async Task Only_the_visitor_and_his_managers_edit_or_archive()
    {
        var id = await _database.RecordedAsync(Log.Call(_customer));
        foreach (var actor in new[] { World.Rep2, World.Rep3, World.Manager2, World.Support })
        {
            Assert.Null(await FormAsync(id, actor));
            Assert.Equal(OutcomeKind.NotFound, (await ArchiveAsync(id, true, actor)).Kind);
            Assert.Null(await DetailsAsync(id, actor));
        }

        foreach (var actor in new[] { World.Manager, World.Boss, World.Admin })
        {
            Assert.NotNull(await FormAsync(id, actor));
        }
    }

    [Fact]
    public async Task Archiving_takes_date_and_plan_back_and_restoring_brings_them()
    {
        var first = Log.Call(_customer, new DateTime(2024, 3, 20, 9, 0, 0));
        first.NextOn = new DateOnly(2024, 4, 10);
        await _database.RecordedAsync(first);
        var second = Log.Call(_customer);
        second.NextPick = new DateOnly(2024, 4, 2);
        var id = await _database.RecordedAsync(second);

        Assert.True((await ArchiveAsync(id, true, World.Rep)).IsDone);
        var customer = await _database.CustomerAsync(_customer);
        Assert.Equal((new DateTime(2024, 3, 20, 1, 0, 0), new DateOnly(2024, 4, 10)), (customer.LastFollowUpAt!.Value, customer.NextFollowUpOn!.Value));

        Assert.True((await ArchiveAsync(id, false, World.Rep)).IsDone);
        customer = await _database.CustomerAsync(_customer);
        Assert.Equal((_database.Clock.Now.UtcDateTime, new DateOnly(2024, 4, 2)), (customer.LastFollowUpAt!.Value, customer.NextFollowUpOn!.Value));
    }

    [Fact]
    public async Task Plans_the_next_step_from_today_on_and_within_the_scope()
    {
        var version = (await _database.CustomerAsync(_customer)).Version;
        Assert.Equal("On", Assert.Single((await PlanAsync(new DateOnly(2024, 3, 31), version, World.Rep)).Problems).Property);
        Assert.Equal(OutcomeKind.NotFound, (await PlanAsync(new DateOnly(2024, 4, 3), version, World.Rep2)).Kind);
        Assert.True((await PlanAsync(new DateOnly(2024, 4, 3), version, World.Rep)).IsDone);
        Assert.Equal(OutcomeKind.Conflict, (await PlanAsync(new DateOnly(2024, 4, 4), version, World.Manager)).Kind);
        Assert.Equal(new DateOnly(2024, 4, 3), (await _database.CustomerAsync(_customer)).NextFollowUpOn);
    }

    [Fact]
    public async Task Figures_of_many_customers_come_out_of_the_log_at_once()
    {
        var other = await _database.CustomerOfAsync("启明装备");
        await _database.RecordedAsync(Log.Call(_customer));
        await _database.Read(async db =>
        {
            await db.Customers.ExecuteUpdateAsync(set => set.SetProperty(c => c.LastFollowUpAt, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc)));
            return await db.InTransactionAsync(World.Admin, token => VisitFigures.RefreshAsync(db, [_customer, other], token), CancellationToken.None);
        });

        Assert.Equal(_database.Clock.Now.UtcDateTime, (await _database.CustomerAsync(_customer)).LastFollowUpAt);
        Assert.Null((await _database.CustomerAsync(other)).LastFollowUpAt);
    }

    private async Task EditAsync(long id, Action<EditVisit.Input> change, Actor? actor = null)
    {
        var (_, input) = (await FormAsync(id, actor ?? World.Rep))!.Value;
        change(input);
        var outcome = await _database.With<EditVisit, Outcome>(edit => edit.ExecuteAsync(id, input, actor ?? World.Rep, CancellationToken.None));
        Assert.True(outcome.IsDone, string.Join("; ", outcome.Problems));
    }

    private Task<(long CustomerId, EditVisit.Input Input)?> FormAsync(long id, Actor actor)
        => _database.With<VisitDetails, (long, EditVisit.Input)?>(details => details.FormAsync(id, actor, CancellationToken.None));

    private Task<VisitDetails.VisitCard?> DetailsAsync(long id, Actor actor)
        => _database.With<VisitDetails, VisitDetails.VisitCard?>(details => details.ReadAsync(id, actor, CancellationToken.None));

    private Task<Outcome> ConfirmAsync(long id, string result, Guid version)
        => _database.With<ConfirmVisit, Outcome>(confirm => confirm.ExecuteAsync(id, new ConfirmVisit.Input { Result = result, Version = version }, World.Rep, CancellationToken.None));

    private Task<Outcome> ArchiveAsync(long id, bool archive, Actor actor)
        => _database.With<ArchiveVisit, Outcome>(use => use.ExecuteAsync(id, archive, actor, CancellationToken.None));

    private Task<Outcome> PlanAsync(DateOnly on, Guid version, Actor actor)
        => _database.With<PlanNext, Outcome>(plan => plan.ExecuteAsync(_customer, new PlanNext.Input { On = on, Version = version }, actor, CancellationToken.None));

    private async Task<(int All, int Open, int Overdue)> CountsAsync()
    {
        var counts = await _database.With<VisitList, VisitList.VisitCounts>(list => list.CountAsync(World.Rep, CancellationToken.None));
        return (counts.All, counts.Open, counts.Overdue);
    }
}
