using SalesCrm.Application.MyDay;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Tests.Visits;
using SalesCrm.Application.Visits;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.MyDay;

public sealed class DayAgendaTests : IAsyncLifetime
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
    public async Task A_next_step_moves_from_this_week_to_today_to_overdue()
    {
        await PlanAsync(new DateOnly(2024, 4, 3), "提交方案 v2");

        Assert.Equal(new AgendaCounts(0, 0, 0, 1), (await ReadAsync()).Counts);
        Assert.Equal("提交方案 v2", Assert.Single((await ReadAsync(AgendaView.Week)).Items).What);

        _database.Clock.GoTo(2024, 4, 3);
        var today = await ReadAsync();
        Assert.Equal(new AgendaCounts(1, 0, 0, 1), today.Counts);
        Assert.Empty(today.Overdue);
        Assert.Equal((AgendaKind.NextStep, "张三"), (Assert.Single(today.Items).Kind, today.Items[0].Contact));

        _database.Clock.GoTo(2024, 4, 4);
        var late = await ReadAsync();
        Assert.Equal(new AgendaCounts(0, 1, 0, 0), late.Counts);
        Assert.Single(late.Overdue);
        Assert.Empty(late.Items);
    }

    [Fact]
    public async Task G04_A_measure_waits_until_its_result_is_confirmed_whether_it_has_a_day_or_not()
    {
        var dated = Log.Call(_customer);
        (dated.Handling, dated.DueOn) = ("安排培训", new DateOnly(2024, 4, 2));
        var id = await _database.RecordedAsync(dated);
        var undated = Log.Call(_customer);
        undated.Handling = "寄样品";
        await _database.RecordedAsync(undated);

        Assert.Equal(new AgendaCounts(0, 0, 2, 1), (await ReadAsync()).Counts);
        Assert.Equal(["安排培训", "寄样品"], (await ReadAsync(AgendaView.ToConfirm)).Items.Select(item => item.What));

        var version = (await _database.VisitAsync(id)).Version;
        await _database.With<ConfirmVisit, Outcome>(confirm => confirm.ExecuteAsync(id, new ConfirmVisit.Input { Result = "客户确认培训有效", Version = version }, World.Rep, CancellationToken.None));
        Assert.Equal(new AgendaCounts(0, 0, 1, 0), (await ReadAsync()).Counts);
    }

    [Fact]
    public async Task C06_A_milestone_is_due_that_morning_and_overdue_from_the_next_day()
    {
        await _database.OpportunityAsync(_customer, World.Rep, o => o.Milestones.Add(new Milestone { On = new DateOnly(2024, 4, 25), Text = "提交方案" }));
        await _database.OpportunityAsync(_customer, World.Rep2, o => o.Milestones.Add(new Milestone { On = new DateOnly(2024, 4, 25), Text = "别人的" }));

        _database.Clock.GoTo(2024, 4, 25);
        Assert.Equal((AgendaKind.Milestone, "提交方案"), (Assert.Single((await ReadAsync()).Items).Kind, (await ReadAsync()).Items[0].What));

        _database.Clock.GoTo(2024, 4, 26);
        Assert.Equal("提交方案", Assert.Single((await ReadAsync(AgendaView.Overdue)).Overdue).What);
    }

    [Fact]
    public async Task An_after_sales_task_shows_to_whom_it_is_given()
    {
        var opportunity = await _database.OpportunityAsync(_customer, World.Rep);
        await _database.Read(async db =>
        {
            db.Add(new FollowUpTask { Kind = FollowUpTaskKind.AfterSales, CustomerId = _customer, OpportunityId = opportunity, AssigneeId = World.Support.UserId, DueOn = new DateOnly(2024, 4, 1) });
            await db.SaveAsync(World.Rep, CancellationToken.None);
            return 0;
        });

        Assert.Equal(AgendaKind.AfterSales, Assert.Single((await ReadAsync(actor: World.Support)).Items).Kind);
        Assert.Empty((await ReadAsync()).Items);
    }

    [Fact]
    public async Task What_is_three_days_overdue_shows_to_the_managers_above_and_to_nobody_else()
    {
        await PlanAsync(new DateOnly(2024, 4, 1), "回电");
        _database.Clock.GoTo(2024, 4, 3);
        Assert.Empty((await ReadAsync(actor: World.Manager)).OfPeople);

        _database.Clock.GoTo(2024, 4, 4);
        Assert.Equal((World.Rep.Name, "回电"), (Assert.Single((await ReadAsync(actor: World.Manager)).OfPeople).Who, (await ReadAsync(actor: World.Manager)).OfPeople[0].What));
        Assert.Single((await ReadAsync(actor: World.Boss)).OfPeople);
        Assert.Empty((await ReadAsync(actor: World.Manager2)).OfPeople);
        Assert.Empty((await ReadAsync(actor: World.Rep2)).OfPeople);
        Assert.Equal(0, (await ReadAsync(actor: World.Manager)).Counts.Overdue);
    }

    [Fact]
    public async Task A_number_is_offered_to_dial_only_where_it_is_one()
    {
        await PlanAsync(new DateOnly(2024, 4, 1), null);
        Assert.Null((await ReadAsync()).Items[0].Dial);

        await _database.Read(async db =>
        {
            var contact = db.Contacts.Single(c => c.CustomerId == _customer);
            contact.Reach(null, "+86 138-0000 5678", null);
            await db.SaveAsync(World.Rep, CancellationToken.None);
            return 0;
        });
        Assert.Equal("13800005678", (await ReadAsync()).Items[0].Dial);
    }

    private async Task PlanAsync(DateOnly on, string? text)
    {
        var version = (await _database.CustomerAsync(_customer)).Version;
        var outcome = await _database.With<PlanNext, Outcome>(plan => plan.ExecuteAsync(_customer, new PlanNext.Input { On = on, Text = text, Version = version }, World.Rep, CancellationToken.None));
        Assert.True(outcome.IsDone);
    }

    private Task<DayAgenda.Agenda> ReadAsync(AgendaView view = AgendaView.Today, Actor? actor = null)
        => _database.With<DayAgenda, DayAgenda.Agenda>(agenda => agenda.ReadAsync(view, actor ?? World.Rep, CancellationToken.None));
}
