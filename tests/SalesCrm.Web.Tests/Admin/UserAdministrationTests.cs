using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Users;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Admin;

public sealed class UserAdministrationTests : IAsyncLifetime
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
    public async Task A_new_person_signs_in_with_the_password_that_is_shown_once()
    {
        using var created = await _admin.PostForm("/admin/users/new", ("Input.UserName", "Li.Na"), ("Input.DisplayName", "李娜"), ("Input.Role", "Rep"), ("Input.TeamId", "4"));
        var password = (await Visitor.Read(created)).QuerySelector("#one-time-password")!.TextContent;
        Assert.NotNull(await _app.SignInAs("li.na", password));

        var id = await _app.Database.Read(db => db.Users.Where(user => user.UserName == "Li.Na").Select(user => user.Id).SingleAsync());
        Assert.DoesNotContain(password, (await _admin.Page($"/admin/users/{id}")).DocumentElement.InnerHtml, StringComparison.Ordinal);
        var seenBy = await _app.Database.Read(db => db.Reaches.Where(reach => reach.UserId == id).Select(reach => reach.ActorId).OrderBy(actor => actor).ToListAsync());
        Assert.Equal([2, 3, id], seenBy);
        Assert.Equal(1, await _app.Database.Read(db => db.AuditEntries.CountAsync(entry => entry.Subject == "User" && entry.SubjectId == id && entry.UserId == 1 && entry.Act == AuditAct.Created)));
    }

    [Theory]
    [InlineData("rep")]
    [InlineData("REP")]
    [InlineData(" rep ")]
    [InlineData("ｒｅｐ")]
    public async Task Refuses_a_user_name_that_only_looks_new(string userName)
    {
        using var answer = await _admin.PostForm("/admin/users/new", ("Input.UserName", userName), ("Input.DisplayName", "李娜"), ("Input.Role", "Rep"), ("Input.TeamId", "4"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Visitor.Read(answer);
        Assert.Equal("true", page.QuerySelector("#Input_UserName")!.GetAttribute("aria-invalid"));
        Assert.Equal("李娜", page.QuerySelector("#Input_DisplayName")!.GetAttribute("value"));
        Assert.Equal(9, await _app.Database.Read(db => db.Users.CountAsync()));
    }

    [Theory]
    [InlineData("Input.UserName", "")]
    [InlineData("Input.UserName", "аdmin")]
    [InlineData("Input.UserName", "a<script>")]
    [InlineData("Input.DisplayName", "")]
    [InlineData("Input.Role", "King")]
    [InlineData("Input.Role", "")]
    [InlineData("Input.TeamId", "999")]
    [InlineData("Input.TeamId", "x")]
    public async Task Says_beside_the_field_what_is_wrong(string field, string value)
    {
        var fields = new Dictionary<string, string> { ["Input.UserName"] = "li.na", ["Input.DisplayName"] = "李娜", ["Input.Role"] = "Rep", ["Input.TeamId"] = "4", [field] = value };
        using var answer = await _admin.PostForm("/admin/users/new", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("true", (await Visitor.Read(answer)).GetElementById(field.Replace('.', '_'))!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Granting_a_role_needs_the_administrators_own_password()
    {
        using var without = await _admin.FillIn("/admin/users/4", ("Input.Role", "Admin"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        using var wrong = await _admin.FillIn("/admin/users/4", ("Input.Role", "Admin"), ("Input.OwnPassword", "not my password"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(Role.Rep, await RoleOfAsync(4));
        using var right = await _admin.FillIn("/admin/users/4", ("Input.Role", "Admin"), ("Input.OwnPassword", World.Password));
        Assert.Equal("/admin/users", right.Headers.Location?.ToString());
        Assert.Equal(Role.Admin, await RoleOfAsync(4));
    }

    [Theory]
    [InlineData("Input.Role", "Rep")]
    [InlineData("Input.IsActive", null)]
    public async Task The_last_administrator_stays_one(string field, string? value)
    {
        using var answer = await _admin.FillIn("/admin/users/1", (field, value), ("Input.OwnPassword", World.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(Role.Admin, await RoleOfAsync(1));
        Assert.NotNull(await _admin.Page("/admin/users"));
    }

    [Fact]
    public async Task Who_saves_over_somebody_elses_change_sees_both_and_chooses()
    {
        var version = (await _admin.Page("/admin/users/4")).QuerySelector("[name='Input.Version']")!.GetAttribute("value")!;
        (await _admin.FillIn("/admin/users/4", ("Input.DisplayName", "林小雯"))).Dispose();
        using var late = await _admin.FillIn("/admin/users/4", ("Input.DisplayName", "林晓文"), ("Input.Version", version));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = await Visitor.Read(late);
        Assert.Equal(["林晓文", "林小雯"], page.QuerySelectorAll("input[type=radio][name='Input.DisplayName']").Select(input => input.GetAttribute("value")));
        Assert.Contains("管理员", page.QuerySelector("main h2")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("林小雯", await _app.Database.Read(db => db.Users.Where(user => user.Id == 4).Select(user => user.DisplayName).SingleAsync()));
    }

    [Fact]
    public async Task Columns_that_no_form_has_cannot_be_sent()
    {
        (await _admin.FillIn("/admin/users/4", ("Input.PasswordHash", "x"), ("Input.Id", "1"), ("Input.PasswordExpiresAt", "2020-01-01"), ("Id", "1"))).Dispose();
        Assert.NotNull(await _app.SignInAs("rep"));
        Assert.NotNull(await _app.SignInAs("admin"));
    }

    [Fact]
    public async Task Lists_people_by_name_role_team_and_state()
    {
        Assert.Equal(9, await CountAsync("/admin/users"));
        Assert.Equal(3, await CountAsync("/admin/users?role=Rep"));
        Assert.Equal(2, await CountAsync("/admin/users?team=4"));
        Assert.Equal(1, await CountAsync("/admin/users?q=林"));
        Assert.Equal(3, await CountAsync("/admin/users?q=REP"));
        Assert.Equal(0, await CountAsync("/admin/users?state=closed"));
        Assert.Equal(9, await CountAsync("/admin/users?role=King&sort=nothing&after=zzz"));
    }

    private async Task<int> CountAsync(string path) => (await _admin.Page(path)).QuerySelectorAll("tbody tr").Length;

    private Task<Role> RoleOfAsync(long id) => _app.Database.Read(db => db.Users.Where(user => user.Id == id).Select(user => user.Role).SingleAsync());
}
