using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Visits;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Visits;

public sealed class RecordVisitTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A05_One_form_changes_both_columns_of_the_customer()
    {
        _database.Clock.GoTo(2024, 3, 15);
        var id = await _database.CustomerOfAsync("澜图科技");
        var input = Log.Call(id, new DateTime(2024, 3, 15, 10, 30, 0));
        input.NextText = "3月20日提交方案";

        await _database.RecordedAsync(input);

        var customer = await _database.CustomerAsync(id);
        Assert.Equal(new DateTime(2024, 3, 15, 2, 30, 0), customer.LastFollowUpAt);
        Assert.Equal((new DateOnly(2024, 3, 20), "提交方案"), (customer.NextFollowUpOn!.Value, customer.NextFollowUpText));
        _database.Clock.GoTo(2024, 3, 20);
        Assert.Equal(0, await OverdueAsync());
        _database.Clock.GoTo(2024, 3, 21);
        Assert.Equal(1, await OverdueAsync());
    }

    [Theory]
    [InlineData("Method")]
    [InlineData("Feedback")]
    [InlineData("CustomerId")]
    public async Task Needs_customer_method_and_feedback_and_nothing_else(string field)
    {
        var input = Log.Call(await _database.CustomerOfAsync("澜图科技"));
        Assert.True((await _database.RecordAsync(input)).IsDone);

        typeof(RecordVisit.Input).GetProperty(field)!.SetValue(input, null);

        Assert.Equal(field, Assert.Single((await _database.RecordAsync(input)).Problems).Property);
    }

    [Fact]
    public async Task Takes_now_and_the_one_who_logs_where_nothing_else_is_said()
    {
        var visit = await _database.VisitAsync(await _database.RecordedAsync(Log.Call(await _database.CustomerOfAsync("澜图科技"))));

        Assert.Equal(_database.Clock.Now.UtcDateTime, visit.At);
        Assert.Equal((new DateOnly(2024, 4, 1), World.Rep.UserId), (visit.On, visit.VisitorId));
    }

    [Fact]
    public async Task A_step_due_by_the_day_of_the_follow_up_is_done_and_a_later_one_stays()
    {
        var id = await _database.CustomerOfAsync("澜图科技");
        await PlanAsync(id, new DateOnly(2024, 4, 3));

        await _database.RecordedAsync(Log.Call(id));
        Assert.Equal(new DateOnly(2024, 4, 3), (await _database.CustomerAsync(id)).NextFollowUpOn);

        _database.Clock.GoTo(2024, 4, 3);
        await _database.RecordedAsync(Log.Call(id, new DateTime(2024, 4, 2, 9, 0, 0)));
        Assert.Equal(new DateOnly(2024, 4, 3), (await _database.CustomerAsync(id)).NextFollowUpOn);

        await _database.RecordedAsync(Log.Call(id));
        Assert.Null((await _database.CustomerAsync(id)).NextFollowUpOn);
    }

    [Fact]
    public async Task An_older_entry_does_not_turn_the_last_follow_up_back()
    {
        var id = await _database.CustomerOfAsync("澜图科技");
        await _database.RecordedAsync(Log.Call(id));
        await _database.RecordedAsync(Log.Call(id, new DateTime(2024, 2, 1, 9, 0, 0)));

        Assert.Equal(_database.Clock.Now.UtcDateTime, (await _database.CustomerAsync(id)).LastFollowUpAt);
    }

    [Fact]
    public async Task Logging_does_not_disturb_whoever_edits_the_file_unless_the_plan_changes()
    {
        var id = await _database.CustomerOfAsync("澜图科技");
        var version = (await _database.CustomerAsync(id)).Version;
        await _database.RecordedAsync(Log.Call(id));
        Assert.Equal(version, (await _database.CustomerAsync(id)).Version);

        var input = Log.Call(id);
        input.NextPick = new DateOnly(2024, 4, 2);
        await _database.RecordedAsync(input);
        Assert.NotEqual(version, (await _database.CustomerAsync(id)).Version);
    }

    [Fact]
    public async Task The_same_form_sent_five_times_makes_one_entry()
    {
        var input = Log.Call(await _database.CustomerOfAsync("澜图科技"));

        var ids = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _database.RecordAsync(input)));

        Assert.Single(ids.Select(outcome => outcome.Value).Distinct());
        Assert.Equal(1, await _database.Read(db => db.Visits.CountAsync()));
    }

    [Theory]
    [InlineData("2024-04-02T00:00:00", "At")]
    [InlineData("1899-12-31T10:00:00", "At")]
    [InlineData("2101-01-01T10:00:00", "At")]
    public async Task Refuses_days_to_come_and_days_outside_business(string at, string field)
    {
        var input = Log.Call(await _database.CustomerOfAsync("澜图科技"), DateTime.Parse(at, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(field, Assert.Single((await _database.RecordAsync(input)).Problems).Property);
        Assert.Equal(0, await _database.Read(db => db.Visits.CountAsync()));
    }

    [Fact]
    public async Task Refuses_plans_that_lie_before_the_follow_up_or_name_no_day()
    {
        var input = Log.Call(await _database.CustomerOfAsync("澜图科技"));
        input.NextText = "提交方案";
        Assert.Equal("NextOn", Assert.Single((await _database.RecordAsync(input)).Problems).Property);

        input.NextOn = new DateOnly(2024, 3, 31);
        Assert.Equal("NextOn", Assert.Single((await _database.RecordAsync(input)).Problems).Property);

        (input.NextOn, input.NextText) = (null, "2月30日提交方案");
        Assert.Equal("NextText", Assert.Single((await _database.RecordAsync(input)).Problems).Property);

        (input.NextText, input.DueOn) = (null, new DateOnly(2024, 4, 5));
        Assert.Equal("Handling", Assert.Single((await _database.RecordAsync(input)).Problems).Property);
    }

    [Fact]
    public async Task Another_reps_customer_is_not_there_and_a_read_only_member_logs_nothing()
    {
        var id = await _database.CustomerOfAsync("九川医疗", World.Rep3);
        await _database.Read(async db =>
        {
            db.Add(new CustomerMember { CustomerId = id, UserId = World.Support.UserId, Access = MemberAccess.Read });
            await db.SaveAsync(World.Admin, CancellationToken.None);
            return 0;
        });

        foreach (var actor in new[] { World.Rep, World.Manager, World.Support, World.Lawyer })
        {
            Assert.Equal(OutcomeKind.NotFound, (await _database.RecordAsync(Log.Call(id), actor)).Kind);
        }

        Assert.True((await _database.RecordAsync(Log.Call(id), World.Manager2)).IsDone);
    }

    [Fact]
    public async Task A_manager_logs_for_his_people_and_a_rep_only_for_himself()
    {
        var id = await _database.CustomerOfAsync("澜图科技");
        var input = Log.Call(id);
        input.VisitorId = World.Rep2.UserId;

        Assert.Equal("VisitorId", Assert.Single((await _database.RecordAsync(input)).Problems).Property);
        Assert.Equal(World.Rep2.UserId, (await _database.VisitAsync(await _database.RecordedAsync(input, World.Manager))).VisitorId);
        input.OperationId = Guid.NewGuid();
        Assert.Equal(OutcomeKind.NotFound, (await _database.RecordAsync(input, World.Manager2)).Kind);
    }

    [Fact]
    public async Task Refuses_contacts_and_opportunities_of_other_customers()
    {
        var id = await _database.CustomerOfAsync("澜图科技");
        var other = await _database.CustomerOfAsync("启明装备");
        var input = Log.Call(id);
        input.ContactId = await _database.Read(db => db.Contacts.Where(c => c.CustomerId == other).Select(c => c.Id).SingleAsync());
        input.OpportunityId = await _database.OpportunityAsync(other, World.Rep);

        Assert.Equal(["ContactId", "OpportunityId"], (await _database.RecordAsync(input)).Problems.Select(problem => problem.Property).Order());
    }

    [Fact]
    public async Task The_earliest_entry_is_the_first_contact_of_its_opportunity()
    {
        var id = await _database.CustomerOfAsync("澜图科技");
        var opportunity = await _database.OpportunityAsync(id, World.Rep);
        foreach (var day in new[] { 20, 5, 28 })
        {
            var input = Log.Call(id, new DateTime(2024, 2, day, 9, 0, 0));
            input.OpportunityId = opportunity;
            await _database.RecordedAsync(input);
        }

        Assert.Equal(new DateOnly(2024, 2, 5), await _database.Read(db => db.Opportunities.Where(o => o.Id == opportunity).Select(o => o.FirstContactOn).SingleAsync()));
    }

    [Fact]
    public async Task Doing_the_after_sales_task_ends_the_after_sales_step()
    {
        var id = await _database.CustomerOfAsync("澜图科技");
        var opportunity = await _database.OpportunityAsync(id, World.Rep, o => o.Win(new DateOnly(2024, 3, 28), true, _database.Clock.Now.UtcDateTime, World.Rep.UserId));
        var input = Log.Call(id);
        input.TaskId = await _database.Read(async db =>
        {
            var task = new FollowUpTask { Kind = FollowUpTaskKind.AfterSales, CustomerId = id, OpportunityId = opportunity, AssigneeId = World.Rep.UserId, DueOn = new DateOnly(2024, 4, 2) };
            db.Add(task);
            await db.SaveAsync(World.Rep, CancellationToken.None);
            return task.Id;
        });

        var visit = await _database.RecordedAsync(input);

        var stored = await _database.Read(db => db.FollowUpTasks.Include(t => t.Opportunity).SingleAsync());
        Assert.Equal((visit, StageCode.Won), (stored.DoneByVisitId, stored.Opportunity!.Stage));
        Assert.Equal(visit, await _database.RecordedAsync(input));
        input.OperationId = Guid.NewGuid();
        Assert.Equal("TaskId", Assert.Single((await _database.RecordAsync(input)).Problems).Property);
    }

    [Fact]
    public async Task Every_entry_leaves_its_audit_trail()
    {
        var id = await _database.CustomerOfAsync("澜图科技");
        var input = Log.Call(id);
        input.NextPick = new DateOnly(2024, 4, 2);
        var visit = await _database.RecordedAsync(input);

        var entries = await _database.Read(db => db.AuditEntries.Where(e => e.CustomerId == id).OrderByDescending(e => e.Id).Take(2).ToListAsync());
        Assert.Contains(entries, e => e.Subject == "Visit" && e.SubjectId == visit && e.Act == AuditAct.Created && !e.Changes!.Contains("SearchText", StringComparison.Ordinal));
        Assert.Contains(entries, e => e.Subject == "Customer" && e.Changes == """{"NextFollowUpOn":[null,"2024-04-02"]}""");
        Assert.Single(entries.Select(e => e.OperationId).Distinct());
    }

    private Task<int> OverdueAsync()
        => _database.With<CustomerList, int>(async list => (await list.ReadAsync(new CustomerFilter { Due = "overdue" }, new PageRequest(), World.Rep, CancellationToken.None)).Total);

    private async Task PlanAsync(long id, DateOnly on)
    {
        var version = (await _database.CustomerAsync(id)).Version;
        var outcome = await _database.With<PlanNext, Outcome>(plan => plan.ExecuteAsync(id, new PlanNext.Input { On = on, Version = version }, World.Rep, CancellationToken.None));
        Assert.True(outcome.IsDone);
    }
}
