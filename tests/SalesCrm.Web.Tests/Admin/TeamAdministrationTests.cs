using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Admin;

public sealed class TeamAdministrationTests : IAsyncLifetime
{
    private CrmApp _app = null!;
    private Visitor _admin = null!;

    public async Task InitializeAsync()
    {
        _app = await CrmApp.CreateAsync();
        _admin = await _app.SignInAs("admin");
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_new_leader_sees_the_people_of_his_teams_at_once()
    {
        using var saved = await _admin.FillIn("/admin/teams/3", ("Input.LeaderId", "3"));
        Assert.Equal("/admin/teams", saved.Headers.Location?.ToString());
        Assert.Equal([3L, 4, 5, 6, 7, 8], await ReachedByAsync(3));
        Assert.Equal([6L], await ReachedByAsync(6));
    }

    [Fact]
    public async Task A_moved_team_takes_its_people_along()
    {
        (await _admin.FillIn("/admin/teams/4", ("Input.ParentId", "3"))).Dispose();
        Assert.Equal([3L, 8], await ReachedByAsync(3));
        Assert.Equal([4L, 5, 6, 7], await ReachedByAsync(6));
    }

    [Theory]
    [InlineData("/admin/teams/2", "Input.ParentId", "4")]
    [InlineData("/admin/teams/2", "Input.ParentId", "2")]
    [InlineData("/admin/teams/2", "Input.ParentId", "")]
    [InlineData("/admin/teams/2", "Input.ParentId", "99")]
    [InlineData("/admin/teams/2", "Input.Name", "")]
    [InlineData("/admin/teams/2", "Input.Name", "华东/二区")]
    [InlineData("/admin/teams/2", "Input.Name", "华南大区")]
    [InlineData("/admin/teams/2", "Input.LeaderId", "99")]
    public async Task Refuses_rings_twins_and_nonsense(string path, string field, string value)
    {
        using var answer = await _admin.FillIn(path, (field, value));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("true", (await Visitor.Read(answer)).GetElementById(field.Replace('.', '_'))!.GetAttribute("aria-invalid"));
        Assert.Equal("华东大区", await _app.Database.Read(db => db.Teams.Where(team => team.Id == 2 && team.ParentId == 1 && team.LeaderId == 3).Select(team => team.Name).SingleAsync()));
    }

    [Fact]
    public async Task The_company_stays_on_top()
    {
        using var answer = await _admin.FillIn("/admin/teams/1", ("Input.ParentId", "2"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        using var renamed = await _admin.FillIn("/admin/teams/1", ("Input.Name", "澄远科技"));
        Assert.Equal("/admin/teams", renamed.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_new_team_stands_below_its_parent()
    {
        (await _admin.PostForm("/admin/teams/new", ("Input.Name", "苏州二组"), ("Input.ParentId", "2"))).Dispose();
        var names = (await _admin.Page("/admin/teams")).QuerySelectorAll("tbody th a").Select(link => link.TextContent);
        Assert.Equal(["公司", "华东大区", "上海一组", "苏州二组", "华南大区"], names);
    }

    private Task<List<long>> ReachedByAsync(long actorId)
        => _app.Database.Read(db => db.Reaches.Where(reach => reach.ActorId == actorId).Select(reach => reach.UserId).OrderBy(id => id).ToListAsync());
}
