using SalesCrm.Testing;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Hosting;

public sealed class NoteCookieTests
{
    [Fact]
    public async Task A_note_is_shown_by_the_page_its_own_post_goes_on_to_and_by_no_other_tab()
    {
        await using var app = await CrmApp.CreateAsync();
        var rep = await app.SignInAs("rep");
        using var saved = await rep.FillIn("/competitors/new", ("Input.Name", "中台科技"));
        foreach (var elsewhere in new[] { "/my-day", "/customers?q=a", "/competitors" })
        {
            Assert.False(await ShowsAsync(rep, elsewhere), elsewhere);
        }

        Assert.True(await ShowsAsync(rep, saved.Headers.Location!.ToString()));
        Assert.False(await ShowsAsync(rep, saved.Headers.Location!.ToString()));

        using var again = await rep.FillIn("/competitors/new", ("Input.Name", "前台科技"));
        app.Clock.Now += TimeSpan.FromMinutes(2);
        Assert.False(await ShowsAsync(rep, again.Headers.Location!.ToString()));
    }

    private static async Task<bool> ShowsAsync(Visitor visitor, string path) => (await visitor.Page(path)).QuerySelector(".toasts .toast-card") is not null;

    [Fact]
    public async Task Only_an_answer_that_shows_a_note_touches_its_cookie()
    {
        await using var app = await CrmApp.CreateAsync();
        var rep = await app.SignInAs("rep");
        await rep.Page("/customers");
        foreach (var path in new[] { "/", "/my-day", "/customers", "/customers/new", "/leads", "/opportunities/board", "/visits", "/search?q=a" })
        {
            using var answer = await rep.Get(path);
            Assert.False(answer.Headers.Contains("Set-Cookie"), path);
        }

        using var saved = await rep.FillIn("/competitors/new", ("Input.Name", "中台科技"));
        Assert.Contains("salescrm.notes=", string.Join(';', saved.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        Assert.True(await ShowsAsync(rep, saved.Headers.Location!.ToString()));
        using var after = await rep.Get("/competitors");
        Assert.False(after.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_note_does_not_wait_for_whoever_signs_in_next_on_the_same_browser()
    {
        await using var app = await CrmApp.CreateAsync();
        var rep = await app.SignInAs("rep");
        using var saved = await rep.FillIn("/competitors/new", ("Input.Name", "中台科技"));
        var address = saved.Headers.Location!.ToString();

        // The browser keeps what it has; only the session is another's.
        (await rep.PostForm("/account/login", ("UserName", "rep2"), ("Password", World.Password))).Dispose();
        Assert.False(await ShowsAsync(rep, address));
        (await rep.PostForm("/account/login", ("UserName", "rep"), ("Password", World.Password))).Dispose();
        Assert.False(await ShowsAsync(rep, address));
    }

    [Fact]
    public async Task Its_cookie_is_bound_to_the_host_and_to_https()
    {
        await using var app = await CrmApp.CreateAsync();
        var visitor = app.Visit("https://crm.example.com");
        (await visitor.PostForm("/account/login", ("UserName", "rep"), ("Password", World.Password))).Dispose();
        using var saved = await visitor.FillIn("/competitors/new", ("Input.Name", "中台科技"));
        var cookie = Assert.Single(saved.Headers.GetValues("Set-Cookie"), value => value.Contains("notes", StringComparison.Ordinal));
        Assert.StartsWith("__Host-salescrm.notes=", cookie, StringComparison.Ordinal);
        foreach (var part in new[] { "path=/", "secure", "httponly", "samesite=lax" })
        {
            Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase);
        }

        Assert.True(await ShowsAsync(visitor, saved.Headers.Location!.ToString()));
    }
}
