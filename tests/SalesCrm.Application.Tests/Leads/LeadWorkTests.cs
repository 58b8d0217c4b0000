using SalesCrm.Application.Leads;
using SalesCrm.Application.Leads.FollowUps;
using SalesCrm.Application.MyDay;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Timelines;
using SalesCrm.Application.Trials;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Leads;

/// <summary>What is done with a lead between noting and deciding it.</summary>
public sealed class LeadWorkTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_logged_contact_plans_the_next_step_and_stays_readable_on_the_customers_timeline()
    {
        var id = await LeadInputs.CreateAsync(_database, World.Rep);
        await LeadInputs.LogAsync(_database, id, World.Rep, "要两条产线的报价", new DateOnly(2024, 4, 3), "发报价");
        var agenda = await AgendaAsync(World.Rep);
        Assert.Equal((AgendaKind.LeadStep, "发报价"), (agenda.Kind, agenda.What));

        var made = await _database.With<ConvertLead, Outcome<ConvertLead.Made>>(convert => convert.ExecuteAsync(
            id, new() { Company = "启明智能装备有限公司", Person = "顾总", Phone = "13905712266", OpportunityName = "产线" }, World.Rep, CancellationToken.None));

        var timeline = await _database.With<CustomerTimeline, CustomerTimeline.Timeline?>(lines => lines.ReadAsync(made.Value!.CustomerId, new(), World.Rep, CancellationToken.None));
        Assert.Equal("要两条产线的报价", Assert.Single(timeline!.Events.OfType<LeadEvent>()).Feedback);
        Assert.Single(await _database.With<LeadLog, IReadOnlyList<LeadLog.Entry>>(log => log.ReadAsync(id, World.Rep, CancellationToken.None)));
        Assert.Empty(await _database.With<LeadLog, IReadOnlyList<LeadLog.Entry>>(log => log.ReadAsync(id, World.Rep2, CancellationToken.None)));
        Assert.Equal(OutcomeKind.NotFound, (await _database.With<LogLeadFollowUp, Outcome>(log => log.ExecuteAsync(id, new() { Method = Application.Visits.VisitMethod.Call, Feedback = "x" }, World.Rep2, CancellationToken.None))).Kind);
    }

    [Fact]
    public async Task B03_prospects_without_a_plan_are_counted_in_the_readers_scope()
    {
        var mine = await LeadInputs.CreateAsync(_database, World.Rep, company: "没有计划的公司");
        await LeadInputs.CreateAsync(_database, World.Rep3, company: "别人的公司");
        Assert.Equal((1, 1, 2), (await WithoutPlanAsync(World.Rep), await WithoutPlanAsync(World.Manager), await WithoutPlanAsync(World.Boss)));

        await LeadInputs.LogAsync(_database, mine, World.Rep, "月底再谈", new DateOnly(2024, 4, 28), "再谈");

        Assert.Equal(0, await WithoutPlanAsync(World.Rep));
    }

    [Fact]
    public async Task B03_a_trial_lasts_14_days_becomes_a_task_at_its_end_and_counts_in_the_conversion()
    {
        var lead = await LeadInputs.CreateAsync(_database, World.Rep);
        var given = await _database.With<GiveTrial, Outcome<long>>(give => give.ExecuteAsync(new() { LeadId = lead, What = "云版本试用" }, World.Rep, CancellationToken.None));
        var trial = await _database.With<TrialList, TrialList.TrialRow?>(list => list.FindAsync(given.Value, World.Rep, CancellationToken.None));
        Assert.Equal(new DateOnly(2024, 4, 15), trial!.EndOn);
        Assert.Null(await _database.With<TrialList, TrialList.TrialRow?>(list => list.FindAsync(given.Value, World.Rep2, CancellationToken.None)));

        _database.Clock.GoTo(2024, 4, 15);
        Assert.Equal((AgendaKind.TrialEnd, "云版本试用"), (await AgendaAsync(World.Rep) is var item ? item.Kind : default, item.What));
        Assert.True((await _database.With<FinishTrial, Outcome>(finish => finish.ExecuteAsync(given.Value, new() { Result = TrialResult.Converted, Version = trial.Version }, World.Rep, CancellationToken.None))).IsDone);

        Assert.Equal((1, 1m), await _database.With<TrialList, (int, decimal?)>(async list => await list.CountAsync(World.Rep, CancellationToken.None) is var counts ? (counts.Finished, counts.Rate) : default));
        Assert.Equal(0, (await _database.With<DayAgenda, DayAgenda.Agenda>(day => day.ReadAsync(AgendaView.Today, World.Rep, CancellationToken.None))).Counts.Today);
    }

    [Fact]
    public async Task Giving_up_needs_one_of_the_admins_reasons_and_is_summed_by_reason_and_source()
    {
        var id = await LeadInputs.CreateAsync(_database, World.Rep);
        var card = (await LeadInputs.CardAsync(_database, id, World.Rep))!;
        Task<Outcome> GiveUp(long? reason) => _database.With<DisqualifyLead, Outcome>(give => give.ExecuteAsync(id, new() { ReasonId = reason, Reason = "今年没有钱", Version = card.Version }, World.Rep, CancellationToken.None));
        Assert.Equal(("ReasonId", "ReasonId"), (Assert.Single((await GiveUp(null)).Problems).Property, Assert.Single((await GiveUp(card.SourceId)).Problems).Property));

        Assert.True((await GiveUp(await LeadInputs.ReasonAsync(_database, "没有预算"))).IsDone);

        var report = await _database.With<DisqualifiedLeads, DisqualifiedLeads.Report>(read => read.ReadAsync(null, null, World.Manager, CancellationToken.None));
        Assert.Equal((1, 1, 1), (report.All, report.Total, report.CountOf("没有预算", card.SourceId)));
        Assert.Equal("没有预算：今年没有钱", (await LeadInputs.CardAsync(_database, id, World.Rep))!.GivenUpFor);
        Assert.Equal(0, (await _database.With<DisqualifiedLeads, DisqualifiedLeads.Report>(read => read.ReadAsync(null, null, World.Rep3, CancellationToken.None))).All);
    }

    [Theory]
    [InlineData(10, 8, 6, LeadStatus.Qualified, "决策权限差 1 分")]
    [InlineData(10, 8, 6, LeadStatus.Converted, "决策权限差 1 分")]
    [InlineData(10, 8, 7, LeadStatus.Converted, "转化表单")]
    [InlineData(10, 8, 7, LeadStatus.Working, "状态由评分决定")]
    [InlineData(10, 8, 6, LeadStatus.New, "不能退回新线索")]
    [InlineData(10, 8, 6, LeadStatus.Disqualified, "请选择淘汰原因")]
    public async Task A_refused_move_says_what_is_missing(int budget, int urgency, int authority, LeadStatus to, string words)
    {
        var id = await LeadInputs.CreateAsync(_database, World.Rep, budget, urgency, authority);
        var before = await LeadInputs.FindAsync(_database, id);

        var outcome = await MoveAsync(id, to, before.Version);

        Assert.Contains(words, Application.Shared.Localization.Translations.Chinese.Say(Assert.Single(outcome.Problems).Message), StringComparison.Ordinal);
        Assert.Equal(before.Version, (await LeadInputs.FindAsync(_database, id)).Version);
    }

    [Fact]
    public async Task A_new_lead_is_taken_up_and_one_given_up_is_taken_back()
    {
        var id = await LeadInputs.CreateAsync(_database, World.Rep, null, null, null);
        Assert.True((await MoveAsync(id, LeadStatus.Working, (await LeadInputs.FindAsync(_database, id)).Version)).IsDone);
        Assert.True((await MoveAsync(id, LeadStatus.Disqualified, (await LeadInputs.FindAsync(_database, id)).Version, await LeadInputs.ReasonAsync(_database, "联系不上"))).IsDone);
        Assert.True((await MoveAsync(id, LeadStatus.Working, (await LeadInputs.FindAsync(_database, id)).Version)).IsDone);

        var lead = await LeadInputs.FindAsync(_database, id);
        Assert.Equal((LeadStatus.Working, null), (lead.Status, lead.DisqualifyReasonId));
        Assert.Equal(OutcomeKind.Conflict, (await MoveAsync(id, LeadStatus.Disqualified, Guid.NewGuid())).Kind);
    }

    private Task<Outcome> MoveAsync(long id, LeadStatus to, Guid version, long? reason = null)
        => _database.With<MoveLead, Outcome>(move => move.ExecuteAsync(id, new() { Status = to, Version = version, ReasonId = reason }, World.Rep, CancellationToken.None));

    private Task<int> WithoutPlanAsync(Actor actor) => _database.With<ProspectsWithoutPlan, int>(async read => (await read.CountAsync(actor, CancellationToken.None)).Total);

    private async Task<AgendaItem> AgendaAsync(Actor actor)
        => Assert.Single((await _database.With<DayAgenda, DayAgenda.Agenda>(day => day.ReadAsync(AgendaView.Week, actor, CancellationToken.None))).Items);
}
