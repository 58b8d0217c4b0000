using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Leads;

public sealed class LeadTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData(10, 8, 7, LeadStatus.Qualified)]
    [InlineData(10, 8, 6, LeadStatus.Working)]
    [InlineData(null, null, null, LeadStatus.New)]
    public async Task Is_judged_when_it_is_noted(int? budget, int? urgency, int? authority, LeadStatus status)
    {
        var lead = await LeadInputs.FindAsync(_database, await LeadInputs.CreateAsync(_database, World.Rep, budget, urgency, authority));

        Assert.Equal((status, World.Rep.UserId, new DateOnly(2024, 4, 1)), (lead.Status, lead.OwnerId, lead.CreatedOn));
    }

    [Fact]
    public async Task The_same_form_twice_makes_one_lead()
    {
        var input = await LeadInputs.CompleteAsync(_database);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => LeadInputs.CreateAsync(_database, input, World.Rep)));

        Assert.Single(answers.Select(answer => answer.Value).Distinct());
        Assert.Equal(1, await _database.Read(db => db.Leads.CountAsync()));
    }

    [Fact]
    public async Task Refuses_what_is_missing_or_out_of_range()
    {
        var good = await LeadInputs.CompleteAsync(_database);

        Assert.Equal("SourceId", await ProblemAsync(good with { SourceId = null }));
        Assert.Equal("SourceId", await ProblemAsync(good with { SourceId = 999_999 }));
        Assert.Equal("Company", await ProblemAsync(good with { Company = " " }));
        Assert.Equal("BudgetScore", await ProblemAsync(good with { BudgetScore = 11 }));
        Assert.Equal("UrgencyScore", await ProblemAsync(good with { UrgencyScore = -1 }));
        Assert.Equal("Phone", await ProblemAsync(good with { Phone = "call me" }));
        Assert.Equal("OwnerId", await ProblemAsync(good with { OwnerId = World.Rep2.UserId }));
        Assert.Equal(0, await _database.Read(db => db.Leads.CountAsync()));
    }

    [Fact]
    public async Task Is_seen_by_its_owner_and_those_above()
    {
        await LeadInputs.CreateAsync(_database, World.Rep);
        var unassigned = await LeadInputs.CreateAsync(_database, World.Manager, company: "未分配公司");

        Assert.Equal(["启明智能装备有限公司"], await NamesAsync(World.Rep));
        Assert.Empty(await NamesAsync(World.Rep2));
        Assert.Equal(["未分配公司"], await NamesAsync(World.Manager2));
        Assert.Equal(["未分配公司", "启明智能装备有限公司"], await NamesAsync(World.Manager));
        Assert.Null((await LeadInputs.FindAsync(_database, unassigned)).OwnerId);
        Assert.Equal(["未分配公司"], await NamesAsync(World.Boss, new LeadFilter { Tab = LeadTab.Unassigned }));
        Assert.Equal(["启明智能装备有限公司"], await NamesAsync(World.Boss, new LeadFilter { Q = "启明" }));
        Assert.Equal(["启明智能装备有限公司"], await NamesAsync(World.Boss, new LeadFilter { OwnerId = World.Rep.UserId }));
    }

    [Fact]
    public async Task An_edit_judges_it_anew_and_a_stale_one_is_refused()
    {
        var id = await LeadInputs.CreateAsync(_database, World.Rep);
        var input = (await LeadInputs.CardAsync(_database, id, World.Rep))!.ToInput();

        Assert.True((await EditAsync(id, input with { AuthorityScore = 6 })).IsDone);
        Assert.Equal(OutcomeKind.Conflict, (await EditAsync(id, input with { Company = "别的名字" })).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await EditAsync(id, input, World.Rep2)).Kind);

        var lead = await LeadInputs.FindAsync(_database, id);
        Assert.Equal((LeadStatus.Working, 6, "启明智能装备有限公司"), (lead.Status, lead.AuthorityScore, lead.Company));
    }

    [Fact]
    public async Task Is_assigned_by_managers_to_their_own_people()
    {
        var id = await LeadInputs.CreateAsync(_database, World.Manager);

        Assert.Equal(OutcomeKind.Invalid, (await AssignAsync(id, World.Rep3, World.Manager)).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await AssignAsync(id, World.Rep2, World.Rep)).Kind);
        Assert.True((await AssignAsync(id, World.Rep2, World.Manager)).IsDone);
        Assert.Equal(OutcomeKind.Forbidden, (await AssignAsync(id, World.Rep2, World.Rep2)).Kind);
        Assert.Equal(World.Rep2.UserId, (await LeadInputs.FindAsync(_database, id)).OwnerId);
    }

    [Fact]
    public async Task Is_given_up_with_a_reason_and_stays_counted()
    {
        var id = await LeadInputs.CreateAsync(_database, World.Rep);
        var version = (await LeadInputs.FindAsync(_database, id)).Version;

        Assert.Equal("ReasonId", (await GiveUpAsync(id, null, version)).Problems[0].Property);
        Assert.True((await GiveUpAsync(id, await LeadInputs.ReasonAsync(_database, "联系不上"), version)).IsDone);

        var counts = await _database.With<LeadList, IReadOnlyDictionary<LeadTab, int>>(list => list.CountAsync(new LeadFilter(), World.Rep, CancellationToken.None));
        Assert.Equal((0, 1, 1), (counts[LeadTab.Open], counts[LeadTab.Disqualified], counts[LeadTab.All]));
    }

    [Fact]
    public async Task Changed_thresholds_judge_open_leads_anew_and_are_logged()
    {
        var id = await LeadInputs.CreateAsync(_database, World.Rep, 9, 8, 7);
        var input = await _database.With<SaveLeadScoring, SaveLeadScoring.Input>(save => save.FormAsync(CancellationToken.None));

        Assert.Equal(OutcomeKind.Forbidden, (await SaveAsync(input, World.Boss)).Kind);
        Assert.Equal("BudgetThreshold", (await SaveAsync(input with { BudgetThreshold = 11 }, World.Admin)).Problems[0].Property);
        Assert.True((await SaveAsync(input with { BudgetThreshold = 9 }, World.Admin)).IsDone);
        Assert.Equal(OutcomeKind.Conflict, (await SaveAsync(input, World.Admin)).Kind);

        Assert.Equal(LeadStatus.Qualified, (await LeadInputs.FindAsync(_database, id)).Status);
        Assert.True(await _database.Read(db => db.AuditEntries.AnyAsync(entry => entry.Subject == "Setting" && entry.UserId == World.Admin.UserId && entry.Changes!.Contains("leads.scoring"))));
    }

    private async Task<string> ProblemAsync(CreateLead.Input input) => Assert.Single((await LeadInputs.CreateAsync(_database, input, World.Rep)).Problems).Property;

    private async Task<string[]> NamesAsync(Actor actor, LeadFilter? filter = null)
        => [.. (await _database.With<LeadList, Page<LeadList.LeadRow>>(list => list.ReadAsync(filter ?? new LeadFilter(), new PageRequest("created", true), actor, CancellationToken.None))).Rows.Select(row => row.Company)];

    private Task<Outcome> EditAsync(long id, EditLead.Input input, Actor? actor = null)
        => _database.With<EditLead, Outcome>(edit => edit.ExecuteAsync(id, input, actor ?? World.Rep, CancellationToken.None));

    private async Task<Outcome> AssignAsync(long id, Actor owner, Actor actor)
    {
        var input = new AssignLead.Input { OwnerId = owner.UserId, Version = (await LeadInputs.FindAsync(_database, id)).Version };
        return await _database.With<AssignLead, Outcome>(assign => assign.ExecuteAsync(id, input, actor, CancellationToken.None));
    }

    private Task<Outcome> GiveUpAsync(long id, long? reasonId, Guid version)
        => _database.With<DisqualifyLead, Outcome>(act => act.ExecuteAsync(id, new DisqualifyLead.Input { ReasonId = reasonId, Version = version }, World.Rep, CancellationToken.None));

    private Task<Outcome> SaveAsync(SaveLeadScoring.Input input, Actor actor)
        => _database.With<SaveLeadScoring, Outcome>(save => save.ExecuteAsync(input, actor, CancellationToken.None));
}
