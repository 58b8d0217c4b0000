using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Account;

/// <summary>S1: a copied cookie is worthless once the session has ended, whatever ended it.</summary>
public sealed class SessionEndTests : IAsyncLifetime
{
    private CrmApp _app = null!;

    public async Task InitializeAsync() => _app = await CrmApp.CreateAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Signing_out_kills_a_copy_of_the_cookie()
    {
        var (owner, copy) = await TwoWithOneCookieAsync();
        using var left = await owner.PostForm("/account/logout");
        Assert.Equal("/account/login", left.Headers.Location?.ToString());
        Assert.Equal("\"cache\", \"cookies\", \"storage\"", Assert.Single(left.Headers.GetValues("Clear-Site-Data")));
        await AssertIsOutAsync(copy);
    }

    [Theory]
    [InlineData("IsActive", null)]
    [InlineData("Input.Role", "Service")]
    [InlineData("Input.TeamId", "3")]
    public async Task Closing_demoting_or_moving_a_person_ends_his_sessions_at_once(string field, string? value)
    {
        var (owner, copy) = await TwoWithOneCookieAsync();
        var admin = await _app.SignInAs("admin");
        using var saved = await admin.FillIn("/admin/users/4", (field == "IsActive" ? "Input.IsActive" : field, value), ("Input.OwnPassword", World.Password));
        Assert.Equal("/admin/users", saved.Headers.Location?.ToString());
        await AssertIsOutAsync(owner);
        await AssertIsOutAsync(copy);
    }

    [Fact]
    public async Task A_new_password_ends_every_other_session_and_renews_the_key()
    {
        var (owner, copy) = await TwoWithOneCookieAsync();
        var elsewhere = await _app.SignInAs("rep");
        using var changed = await owner.PostForm("/account/password", ("Input.OldPassword", World.Password), ("Input.NewPassword", "lian yi qun zi 47"), ("Input.RepeatedPassword", "lian yi qun zi 47"));
        Assert.Equal("/", changed.Headers.Location?.ToString());
        await AssertIsOutAsync(copy);
        await AssertIsOutAsync(elsewhere);
        Assert.NotNull(await owner.Page("/preferences/menu"));
        Assert.NotNull(await _app.SignInAs("rep", "lian yi qun zi 47"));
    }

    [Fact]
    public async Task A_new_one_time_password_ends_his_sessions()
    {
        var (owner, _) = await TwoWithOneCookieAsync();
        var admin = await _app.SignInAs("admin");
        using var issued = await admin.PostForm("/admin/users/4/password", ("OwnPassword", World.Password));
        Assert.Equal(HttpStatusCode.OK, issued.StatusCode);
        await AssertIsOutAsync(owner);
    }

    [Fact]
    public async Task People_end_their_own_sessions_and_nobody_elses()
    {
        var here = await _app.SignInAs("rep");
        var there = await _app.SignInAs("rep");
        var other = await _app.SignInAs("rep2");
        var foreign = await _app.Database.Read(db => db.Sessions.Where(session => session.UserId == 5).Select(session => session.KeyHash).SingleAsync());
        using var refused = await here.PostForm("/account/sessions", ("Which", foreign));
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.NotNull(await other.Page("/preferences/menu"));

        Assert.Equal(2, (await here.Page("/account/sessions")).QuerySelectorAll("tbody tr").Length);
        (await here.PostForm("/account/sessions", ("Which", "others"))).Dispose();
        await AssertIsOutAsync(there);
        Assert.NotNull(await here.Page("/account/sessions"));
    }

    [Fact]
    public async Task An_administrator_ends_all_sessions_of_a_person()
    {
        var (owner, copy) = await TwoWithOneCookieAsync();
        var admin = await _app.SignInAs("admin");
        (await admin.FillIn("/admin/users/4/sessions")).Dispose();
        await AssertIsOutAsync(owner);
        await AssertIsOutAsync(copy);
    }

    [Fact]
    public async Task A_session_ends_after_an_idle_hour()
    {
        var rep = await _app.SignInAs("rep");
        _app.Clock.Now += TimeSpan.FromMinutes(59);
        Assert.NotNull(await rep.Page("/preferences/menu"));
        _app.Clock.Now += TimeSpan.FromMinutes(59);
        Assert.NotNull(await rep.Page("/preferences/menu"));
        _app.Clock.Now += TimeSpan.FromMinutes(61);
        await AssertIsOutAsync(rep);
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours_however_busy()
    {
        var rep = await _app.SignInAs("rep");
        for (var step = 0; step < 15; step++)
        {
            _app.Clock.Now += TimeSpan.FromMinutes(45);
            Assert.NotNull(await rep.Page("/preferences/menu"));
        }

        _app.Clock.Now += TimeSpan.FromMinutes(46);
        await AssertIsOutAsync(rep);
    }

    [Fact]
    public async Task The_database_does_not_know_the_key()
    {
        var visitor = _app.Visit();
        using var answer = await visitor.PostForm("/account/login", ("UserName", "rep"), ("Password", World.Password));
        var key = answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.Contains("session", StringComparison.Ordinal)).Split('=', 2)[1].Split(';')[0];
        Assert.Equal(43, key.Length);
        Assert.DoesNotContain(await _app.Database.Read(db => db.Sessions.Select(session => session.KeyHash).ToListAsync()), hash => hash.Contains(key, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_page_costs_one_command_for_the_session_and_none_right_after()
    {
        var rep = await _app.SignInAs("rep");
        await rep.Page("/preferences/menu");
        _app.Clock.Now += TimeSpan.FromSeconds(3);
        _app.Commands.Reset();
        await rep.Page("/preferences/menu");
        Assert.Equal(1, _app.Commands.Count);
        await rep.Page("/preferences/menu");
        Assert.Equal(1, _app.Commands.Count);
    }

    private async Task<(Visitor Owner, Visitor Copy)> TwoWithOneCookieAsync()
    {
        var owner = _app.Visit();
        using var answer = await owner.PostForm("/account/login", ("UserName", "rep"), ("Password", World.Password));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.Contains("session", StringComparison.Ordinal)).Split(';')[0];
        var copy = _app.Visit();
        copy.Http.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.NotNull(await owner.Page("/preferences/menu"));
        Assert.NotNull(await copy.Page("/preferences/menu"));
        return (owner, copy);
    }

    private static async Task AssertIsOutAsync(Visitor visitor)
    {
        using var answer = await visitor.Get("/preferences/menu");
        Assert.StartsWith("/account/login", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
    }
}
