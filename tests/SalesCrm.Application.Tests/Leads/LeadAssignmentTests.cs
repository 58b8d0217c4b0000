using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Leads.Assignment;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Leads;

/// <summary>Rules for regions, turns in a team, and who sees what he was given.</summary>
public sealed class LeadAssignmentTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task The_city_goes_before_the_province_and_that_before_the_rest()
    {
        await RuleAsync(new() { UserId = World.Rep3.UserId });
        await RuleAsync(new() { Province = "江苏省", TeamId = World.Rep.TeamId });
        await RuleAsync(new() { Province = "江苏", City = "苏州市", UserId = World.Rep2.UserId });
        var suzhou = await UnownedAsync("苏州公司", "江苏", "苏州");
        var nanjing = await UnownedAsync("南京公司", "江苏", "南京");
        var elsewhere = await UnownedAsync("成都公司", "四川", null);

        Assert.Equal(3, (await DistributeAsync()).Value);

        Assert.Equal([World.Rep2.UserId, World.Rep.UserId, World.Rep3.UserId], await OwnersAsync(suzhou, nanjing, elsewhere));
        Assert.Equal(3, await _database.Read(db => db.AuditEntries.CountAsync(entry => entry.Subject == "Lead" && entry.Changes!.Contains("OwnerId") && entry.Act == Application.Database.AuditAct.Changed)));
    }

    [Fact]
    public async Task Turns_are_fair_when_many_are_given_out_at_once_and_skip_who_has_left()
    {
        await RuleAsync(new() { TeamId = World.Rep.TeamId });
        var ids = new List<long>();
        for (var i = 0; i < 6; i++)
        {
            ids.Add(await UnownedAsync($"公司{i}", null, null));
        }

        await Task.WhenAll(ids.Select(id => _database.With<AssignLeads, Outcome<int>>(assign => assign.ExecuteAsync(new() { Ids = [id], TeamId = World.Rep.TeamId }, World.Manager, CancellationToken.None))));

        var owners = await OwnersAsync([.. ids]);
        Assert.Equal([3, 3], owners.GroupBy(owner => owner).Select(group => group.Count()));
        await _database.Read(db => db.Users.Where(user => user.Id == World.Rep.UserId).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsActive, false)));
        var last = await UnownedAsync("后来的公司", null, null);
        var later = await UnownedAsync("更后来的公司", null, null);
        await DistributeAsync();
        Assert.Equal([World.Rep2.UserId, World.Rep2.UserId], await OwnersAsync(last, later));
    }

    [Fact]
    public async Task The_preview_says_what_then_happens()
    {
        await RuleAsync(new() { Province = "江苏", TeamId = World.Rep.TeamId });
        var ids = new[] { await UnownedAsync("甲公司", "江苏省", null), await UnownedAsync("乙公司", "江苏", null), await UnownedAsync("丙公司", "广东", null) };

        var preview = (await _database.With<AssignmentRules, AssignmentRules.View>(rules => rules.ReadAsync(World.Admin, CancellationToken.None))).Preview;
        await DistributeAsync();

        Assert.Equal(["林晓雯", "周启航", null], preview.Select(row => row.Owner));
        Assert.Equal([World.Rep.UserId, World.Rep2.UserId, null], await OwnersAsync(ids));
    }

    [Fact]
    public async Task A_rule_is_changed_and_whoever_was_later_is_told()
    {
        await RuleAsync(new() { Province = "江苏", UserId = World.Rep.UserId });
        await RuleAsync(new() { Province = "广东", UserId = World.Rep3.UserId });
        var id = await _database.Read(db => db.AssignmentRules.Where(rule => rule.Province == "江苏").Select(rule => rule.Id).SingleAsync());
        var (mine, theirs) = (await FormAsync(id), await FormAsync(id));

        await RuleAsync(theirs! with { Province = "浙江", City = "杭州", UserId = null, TeamId = World.Rep2.TeamId });
        Assert.Equal(OutcomeKind.Conflict, (await SaveAsync(mine! with { Province = "安徽" })).Kind);
        Assert.Equal("Province", (await SaveAsync((await FormAsync(id))! with { Province = "广东省", City = null })).Problems.Single().Property);
        Assert.Equal(("浙江", "杭州", World.Rep2.TeamId), await _database.Read(async db => await db.AssignmentRules.Where(rule => rule.Id == id).Select(rule => new { rule.Province, rule.City, rule.TeamId }).SingleAsync() is var rule ? (rule.Province, rule.City, rule.TeamId) : default));

        Assert.True((await _database.With<SaveAssignmentRule, Outcome>(save => save.RemoveAsync(id, World.Admin, CancellationToken.None))).IsDone);
        Assert.Equal(OutcomeKind.Conflict, (await SaveAsync(theirs)).Kind);

        Task<SaveAssignmentRule.Input?> FormAsync(long rule) => _database.With<AssignmentRules, SaveAssignmentRule.Input?>(rules => rules.FindAsync(rule, CancellationToken.None));
    }

    [Fact]
    public async Task Whoever_was_given_a_lead_finds_it_as_new_to_him_until_he_gets_in_touch()
    {
        var id = await UnownedAsync("新来的公司", null, null);
        Assert.True((await _database.With<AssignLeads, Outcome<int>>(assign => assign.ExecuteAsync(new() { Ids = [id], OwnerId = World.Rep.UserId }, World.Manager, CancellationToken.None))).IsDone);
        await LeadInputs.CreateAsync(_database, World.Rep, company: "自己找的公司");
        Assert.Equal(["新来的公司"], await NewToAsync(World.Rep));

        await LeadInputs.LogAsync(_database, id, World.Rep, "打了电话，有兴趣");

        Assert.Empty(await NewToAsync(World.Rep));
    }

    [Fact]
    public async Task A_manager_gives_only_to_his_own_people_and_only_what_he_sees()
    {
        var foreign = await LeadInputs.CreateAsync(_database, World.Rep3, company: "华南的公司");
        var stranger = await _database.With<AssignLeads, Outcome<int>>(assign => assign.ExecuteAsync(new() { Ids = [foreign], OwnerId = World.Rep3.UserId }, World.Manager, CancellationToken.None));
        var unseen = await _database.With<AssignLeads, Outcome<int>>(assign => assign.ExecuteAsync(new() { Ids = [foreign], OwnerId = World.Rep.UserId }, World.Manager, CancellationToken.None));
        var rep = await _database.With<AssignLeads, Outcome<int>>(assign => assign.ExecuteAsync(new() { Ids = [foreign], OwnerId = World.Rep.UserId }, World.Rep, CancellationToken.None));

        Assert.Equal((OutcomeKind.Invalid, 0, OutcomeKind.Forbidden), (stranger.Kind, unseen.Value, rep.Kind));
        Assert.Equal([World.Rep3.UserId], await OwnersAsync(foreign));
    }

    private async Task RuleAsync(SaveAssignmentRule.Input input) => Assert.True((await SaveAsync(input)).IsDone);

    private Task<Outcome> SaveAsync(SaveAssignmentRule.Input input)
        => _database.With<SaveAssignmentRule, Outcome>(save => save.ExecuteAsync(input, World.Admin, CancellationToken.None));

    private Task<Outcome<int>> DistributeAsync() => _database.With<DistributeLeads, Outcome<int>>(leads => leads.ExecuteAsync(World.Admin, CancellationToken.None));

    private async Task<long> UnownedAsync(string company, string? province, string? city)
        => (await LeadInputs.CreateAsync(_database, await LeadInputs.CompleteAsync(_database, company: company) with { Province = province, City = city }, World.Manager)).Value;

    private Task<List<long?>> OwnersAsync(params long[] ids)
        => _database.Read(db => db.Leads.Where(lead => ids.Contains(lead.Id)).OrderBy(lead => lead.Id).Select(lead => lead.OwnerId).ToListAsync());

    private async Task<IEnumerable<string>> NewToAsync(Actor actor)
    {
        var filter = new LeadFilter { Tab = LeadTab.NewToMe };
        var rows = await _database.With<LeadList, Page<LeadList.LeadRow>>(list => list.ReadAsync(filter, new PageRequest(), actor, CancellationToken.None));
        var counts = await _database.With<LeadList, IReadOnlyDictionary<LeadTab, int>>(list => list.CountAsync(new LeadFilter(), actor, CancellationToken.None));
        Assert.Equal(rows.Rows.Count, counts[LeadTab.NewToMe]);
        return rows.Rows.Select(row => row.Company);
    }
}
