using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Account;

public sealed class LoginTests : IAsyncLifetime
{
    private CrmApp _app = null!;

    public async Task InitializeAsync() => _app = await CrmApp.CreateAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_stranger_is_led_to_the_sign_in_and_back()
    {
        var visitor = _app.Visit();
        using var refused = await visitor.Get("/preferences/menu?x=1");
        Assert.Equal("/account/login?returnUrl=%2Fpreferences%2Fmenu%3Fx%3D1", refused.Headers.Location?.ToString());

        using var answer = await visitor.FillIn(refused.Headers.Location!.ToString(), ("UserName", "rep"), ("Password", World.Password));
        Assert.Equal("/preferences/menu?x=1", answer.Headers.Location?.ToString());
        Assert.Contains("林晓雯", (await visitor.Page("/preferences/menu")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leads_back_to_an_address_in_chinese()
    {
        using var answer = await _app.Visit().PostForm("/account/login", ("UserName", "rep"), ("Password", World.Password), ("ReturnUrl", "/customers?q=澜图"));
        Assert.Equal("/customers?q=%E6%BE%9C%E5%9B%BE", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Leads_nowhere_else_after_signing_in(string target)
    {
        using var answer = await _app.Visit().PostForm("/account/login", ("UserName", "rep"), ("Password", World.Password), ("ReturnUrl", target));
        Assert.Equal("/", answer.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("REP")]
    [InlineData(" rep ")]
    [InlineData("ｒｅｐ")]
    public async Task Knows_a_user_name_in_every_spelling(string userName) => Assert.NotNull(await _app.SignInAs(userName));

    [Theory]
    [InlineData(World.Password + " ")]
    [InlineData(" " + World.Password)]
    [InlineData("Correct horse 电池 staple")]
    [InlineData("correct horse 電池 staple")]
    public async Task Takes_the_password_exactly_as_typed(string password)
    {
        using var answer = await _app.Visit().PostForm("/account/login", ("UserName", "rep"), ("Password", password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Says_the_same_of_unknown_inactive_and_wrong()
    {
        await _app.Database.With<CrmDbContext>(db => db.Users.Where(user => user.UserName == "rep2").ExecuteUpdateAsync(set => set.SetProperty(user => user.IsActive, false)));
        var answers = new List<string>();
        foreach (var (userName, password) in new[] { ("rep", "wrong password 1"), ("nobody", "wrong password 1"), ("rep2", World.Password) })
        {
            for (var round = 0; round < 6; round++)
            {
                using var answer = await _app.Visit().PostForm("/account/login", ("UserName", userName), ("Password", password));
                var page = await Visitor.Read(answer);
                answers.Add($"{round} {answer.StatusCode} {string.Join(',', answer.Headers.Select(header => header.Key))} {page.QuerySelector("[role=alert]")!.TextContent.Trim()}");
            }
        }

        Assert.Equal(6, answers.Distinct().Count());
        Assert.Equal(1, answers.Count(answer => answer.StartsWith("5 TooManyRequests", StringComparison.Ordinal)) / 3);
    }

    [Fact]
    public async Task A_guesser_cannot_lock_out_the_owner_of_the_account_elsewhere()
    {
        var guesser = _app.Visit();
        guesser.Http.DefaultRequestHeaders.Add("X-Test-Address", "203.0.113.9");
        for (var round = 0; round < 6; round++)
        {
            (await guesser.PostForm("/account/login", ("UserName", "rep"), ("Password", "guess guess guess"))).Dispose();
        }

        using var locked = await guesser.PostForm("/account/login", ("UserName", "rep"), ("Password", World.Password));
        Assert.Equal(HttpStatusCode.TooManyRequests, locked.StatusCode);
        Assert.NotNull(await _app.SignInAs("rep"));

        _app.Clock.Now += TimeSpan.FromMinutes(16);
        using var later = await guesser.PostForm("/account/login", ("UserName", "rep"), ("Password", World.Password));
        Assert.Equal(HttpStatusCode.Redirect, later.StatusCode);
    }

    [Fact]
    public async Task Writes_down_every_try_without_the_password()
    {
        (await _app.Visit().PostForm("/account/login", ("UserName", "rep"), ("Password", "wrong-canary-1"))).Dispose();
        (await _app.Visit().PostForm("/account/login", ("UserName", "typed-password-canary"), ("Password", "x"))).Dispose();
        await _app.SignInAs("rep");
        var entries = await _app.Database.Read(db => db.AuditEntries.Where(entry => entry.Subject == "SignIn").OrderBy(entry => entry.Id).Select(entry => new { entry.Act, entry.UserId, entry.Changes }).ToListAsync());
        Assert.Equal([(AuditAct.SignInFailed, 4), (AuditAct.SignInFailed, 0), (AuditAct.SignedIn, 4L)], entries.Select(entry => (entry.Act, entry.UserId)));
        Assert.DoesNotContain(entries, entry => entry.Changes!.Contains("canary", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keeps_the_name_that_was_typed_and_not_the_password()
    {
        using var answer = await _app.Visit().PostForm("/account/login", ("UserName", "rep"), ("Password", "wrong password 1"));
        var page = await Visitor.Read(answer);
        Assert.Equal("rep", page.QuerySelector("#UserName")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("#Password")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Needs_the_token_of_its_form()
    {
        using var answer = await _app.Visit().Post("/account/login", [new("UserName", "rep"), new("Password", World.Password)]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task The_cookie_is_bound_to_the_host_and_to_https()
    {
        using var answer = await _app.Visit("https://crm.example.com").PostForm("/account/login", ("UserName", "rep"), ("Password", World.Password), ("RememberMe", "true"));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), value => value.Contains("session", StringComparison.Ordinal));
        Assert.StartsWith("__Host-salescrm.session=", cookie, StringComparison.Ordinal);
        foreach (var part in new[] { "path=/", "secure", "httponly", "samesite=lax", "expires=Mon, 01 Apr 2024 13:00:00 GMT" })
        {
            Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase);
        }
    }
}
