using SalesCrm.Application.Attachments;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Pool;
using SalesCrm.Application.Customers.Events;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Tests.Surveys;
using SalesCrm.Application.Tests.Visits;
using SalesCrm.Application.Timelines;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Timelines;

public sealed class CustomerTimelineTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private long _customer;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _database.Clock.GoTo(2024, 1, 10);
        _customer = await _database.CustomerOfAsync("澜图科技");
        _database.Clock.GoTo(2024, 4, 1);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A09_A_dated_event_stands_between_two_follow_ups()
    {
        await _database.RecordedAsync(Log.Call(_customer, new DateTime(2024, 1, 20, 9, 0, 0)));
        await _database.RecordedAsync(Log.Call(_customer, new DateTime(2024, 2, 20, 9, 0, 0)));
        await AddEventAsync(World.Rep, new DateOnly(2024, 2, 1), "更换采购负责人");

        var events = (await ReadAsync(World.Rep))!.Events;

        Assert.Equal([TimelineKind.Visit, TimelineKind.Special, TimelineKind.Visit, TimelineKind.Created], events.Select(e => e.Kind));
        Assert.Equal("更换采购负责人", ((SpecialEvent)events[1]).Text);
    }

    [Fact]
    public async Task A09_A_read_only_member_sees_everything_and_changes_nothing()
    {
        await _database.RecordedAsync(Log.Call(_customer));
        await AddEventAsync(World.Rep, new DateOnly(2024, 2, 1), "更换采购负责人");
        Assert.Null(await ReadAsync(World.Support));
        await ShareAsync(World.Support, MemberAccess.Read);

        var timeline = (await ReadAsync(World.Support))!;
        Assert.Equal((3, false), (timeline.Events.Count, timeline.MayWork));
        Assert.Equal(OutcomeKind.NotFound, (await TryAddAsync(World.Support)).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await RemoveAsync(World.Support, ((SpecialEvent)timeline.Events[1]).Id)).Kind);
        Assert.True((await RemoveAsync(World.Rep, ((SpecialEvent)timeline.Events[1]).Id)).IsDone);
    }

    [Fact]
    public async Task Somebody_merely_involved_sees_only_his_own_part()
    {
        await _database.RecordedAsync(Log.Call(_customer));
        await AddEventAsync(World.Rep, new DateOnly(2024, 2, 1), "更换采购负责人");
        await FillAsync();
        await ShareAsync(World.Rep3, MemberAccess.Involved);
        await _database.RecordedAsync(Log.Call(_customer, feedback: "我的"), World.Rep3);

        var events = (await ReadAsync(World.Rep3))!.Events;

        Assert.Equal("我的", Assert.Single(events.OfType<VisitEvent>()).Feedback);
        Assert.Empty(events.OfType<StageEvent>());
        Assert.Empty(events.OfType<DealEvent>());
        Assert.Empty(events.OfType<SpecialEvent>());
        Assert.Null(await ReadAsync(World.Rep2));
    }

    [Fact]
    public async Task Each_kind_can_be_shown_alone_and_searched()
    {
        await FillAsync();
        await AddEventAsync(World.Rep, new DateOnly(2024, 2, 1), "更換採購負責人");
        await _database.RecordedAsync(Log.Call(_customer, feedback: "关注交付周期"));
        await SurveyInputs.RecordAsync(_database, _customer, new DateOnly(2024, 3, 1), 4, 5, 4);
        await _database.With<AttachFiles, Outcome<long>>(u => u.ExecuteAsync(new(_customer, null, null, [new("采购清单.txt", "一台"u8.ToArray())], Guid.Empty), World.Rep, CancellationToken.None));

        await _database.Read(async db =>
        {
            db.PoolMoves.Add(new PoolMove { CustomerId = _customer, Kind = PoolMoveKind.Claimed, At = db.Now, ToId = World.Rep.UserId });
            await db.SaveAsync(World.Rep, CancellationToken.None);
            return 0;
        });

        foreach (var kind in Enum.GetValues<TimelineKind>().Where(kind => kind != TimelineKind.Lead))
        {
            var only = (await ReadAsync(World.Rep, [kind]))!.Events;
            Assert.NotEmpty(only);
            Assert.All(only, e => Assert.Equal(kind, e.Kind));
        }

        Assert.IsType<VisitEvent>(Assert.Single((await ReadAsync(World.Rep, q: "交付週期"))!.Events));
        Assert.IsType<VisitEvent>(Assert.Single((await ReadAsync(World.Rep, q: "jfzhouqi"))!.Events));
        Assert.IsType<SpecialEvent>(Assert.Single((await ReadAsync(World.Rep, q: "采购负责人"))!.Events));
        Assert.IsType<FileEvent>(Assert.Single((await ReadAsync(World.Rep, q: "採購清單"))!.Events));
        Assert.Equal([TimelineKind.Stage, TimelineKind.Deal], (await ReadAsync(World.Rep, q: "数据中台"))!.Events.Select(e => e.Kind).Order().Reverse());
        Assert.Empty((await ReadAsync(World.Rep, q: "%"))!.Events);
    }

    [Fact]
    public async Task Walking_all_pages_gives_each_entry_once_in_order()
    {
        await FillAsync();
        for (var i = 0; i < 70; i++)
        {
            await _database.RecordedAsync(Log.Call(_customer, new DateTime(2024, 3, 1 + (i % 20), 0, 0, 0)));
            if (i % 3 == 0)
            {
                await AddEventAsync(World.Rep, new DateOnly(2024, 3, 1 + (i % 20)), $"事件{i}");
            }
        }

        var seen = new List<TimelineEvent>();
        string? after = null;
        do
        {
            var page = (await ReadAsync(World.Rep, after: after))!;
            Assert.InRange(page.Events.Count, 1, 30);
            seen.AddRange(page.Events);
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(70 + 24 + 4, seen.Count);
        Assert.Equal(seen.Count, seen.Select(e => (e.Kind, e.Id)).Distinct().Count());
        Assert.Equal(seen.Select(e => e.At), seen.Select(e => e.At).OrderDescending());
    }

    [Theory]
    [InlineData("x")]
    [InlineData("1.2.3")]
    [InlineData("999999999999999999999.1.1")]
    [InlineData("638000000000000000.99.1")]
    public async Task A_damaged_place_shows_the_beginning(string after)
        => Assert.Single((await ReadAsync(World.Rep, after: after))!.Events);

    /// <summary>A won opportunity with its deal, and a change of grade.</summary>
    private async Task FillAsync()
    {
        var opportunity = await _database.OpportunityAsync(_customer, World.Rep, o => o.MoveTo(StageCode.FirstContact, new DateTime(2024, 3, 2, 1, 0, 0, DateTimeKind.Utc), World.Rep.UserId, null, null));
        await _database.Read(async db =>
        {
            db.Add(new Deal { Number = "CJ1", CustomerId = _customer, OpportunityId = opportunity, OwnerId = World.Rep.UserId, On = new DateOnly(2024, 3, 10), Amount = 128_000 });
            db.Add(new GradeChange { CustomerId = _customer, From = Grade.C, To = Grade.B, At = new DateTime(2024, 2, 1, 1, 0, 0, DateTimeKind.Utc), Reason = "年采购额" });
            await db.SaveAsync(World.Rep, CancellationToken.None);
            return 0;
        });
    }

    private Task ShareAsync(Actor actor, MemberAccess access) => _database.Read(async db =>
    {
        db.Add(new CustomerMember { CustomerId = _customer, UserId = actor.UserId, Access = access });
        await db.SaveAsync(World.Admin, CancellationToken.None);
        return 0;
    });

    private async Task AddEventAsync(Actor actor, DateOnly on, string text)
        => Assert.True((await _database.With<AddCustomerEvent, Outcome<long>>(add =>
            add.ExecuteAsync(_customer, new AddCustomerEvent.Input { On = on, Text = text, OperationId = Guid.NewGuid() }, actor, CancellationToken.None))).IsDone);

    private Task<Outcome<long>> TryAddAsync(Actor actor) => _database.With<AddCustomerEvent, Outcome<long>>(add =>
        add.ExecuteAsync(_customer, new AddCustomerEvent.Input { On = new DateOnly(2024, 2, 1), Text = "x", OperationId = Guid.NewGuid() }, actor, CancellationToken.None));

    private Task<Outcome> RemoveAsync(Actor actor, long id)
        => _database.With<RemoveCustomerEvent, Outcome>(remove => remove.ExecuteAsync(_customer, id, actor, CancellationToken.None));

    private Task<CustomerTimeline.Timeline?> ReadAsync(Actor actor, TimelineKind[]? show = null, string? q = null, string? after = null)
        => _database.With<CustomerTimeline, CustomerTimeline.Timeline?>(timeline => timeline.ReadAsync(_customer, new(show, q, after), actor, CancellationToken.None));
}
