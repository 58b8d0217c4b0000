using System.Net;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Account;

public sealed class PasswordTests : IAsyncLifetime
{
    private CrmApp _app = null!;

    public async Task InitializeAsync() => _app = await CrmApp.CreateAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("wrong old password", "lian yi qun zi 47", "lian yi qun zi 47", "#Input_OldPassword")]
    [InlineData(World.Password, "eleven-char", "eleven-char", "#Input_NewPassword")]
    [InlineData(World.Password, "password12345!", "password12345!", "#Input_NewPassword")]
    [InlineData(World.Password, "林晓雯喜欢喝茶也喜欢看书", "林晓雯喜欢喝茶也喜欢看书", "#Input_NewPassword")]
    [InlineData(World.Password, World.Password, World.Password, "#Input_NewPassword")]
    [InlineData(World.Password, "lian yi qun zi 47", "lian yi qun zi 48", "#Input_RepeatedPassword")]
    public async Task Says_beside_the_field_what_is_wrong(string old, string chosen, string repeated, string field)
    {
        var rep = await _app.SignInAs("rep");
        using var answer = await rep.PostForm("/account/password", ("Input.OldPassword", old), ("Input.NewPassword", chosen), ("Input.RepeatedPassword", repeated));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Visitor.Read(answer);
        Assert.Equal("true", page.QuerySelector(field)!.GetAttribute("aria-invalid"));
        Assert.DoesNotContain(chosen, page.DocumentElement.InnerHtml, StringComparison.Ordinal);
        Assert.NotNull(await _app.SignInAs("rep"));
    }

    [Fact]
    public async Task Who_has_a_one_time_password_gets_no_other_page_first()
    {
        var admin = await _app.SignInAs("admin");
        using var issued = await admin.PostForm("/admin/users/4/password", ("OwnPassword", World.Password));
        var password = (await Visitor.Read(issued)).QuerySelector("#one-time-password")!.TextContent;

        var rep = _app.Visit();
        using var answer = await rep.PostForm("/account/login", ("UserName", "rep"), ("Password", password), ("ReturnUrl", "/preferences/menu"));
        Assert.Equal("/account/password", answer.Headers.Location?.ToString());
        foreach (var path in new[] { "/", "/account/sessions", "/customers" })
        {
            using var led = await rep.Get(path);
            Assert.Equal("/account/password", led.Headers.Location?.ToString());
        }

        using var changed = await rep.FillIn("/account/password", ("Input.OldPassword", password), ("Input.NewPassword", "lian yi qun zi 47"), ("Input.RepeatedPassword", "lian yi qun zi 47"));
        Assert.Equal("/", changed.Headers.Location?.ToString());
        Assert.NotNull(await rep.Page("/account/sessions"));
    }

    [Fact]
    public async Task A_one_time_password_ends_after_a_day()
    {
        var admin = await _app.SignInAs("admin");
        using var issued = await admin.PostForm("/admin/users/4/password", ("OwnPassword", World.Password));
        var password = (await Visitor.Read(issued)).QuerySelector("#one-time-password")!.TextContent;
        _app.Clock.Now += TimeSpan.FromHours(24);
        using var late = await _app.Visit().PostForm("/account/login", ("UserName", "rep"), ("Password", password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
    }
}
