using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Hosting;

public sealed class NoteCookieTests
{
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
        using var shown = await rep.Get(saved.Headers.Location!.ToString());
        Assert.Contains("data-toast", await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var after = await rep.Get("/competitors");
        Assert.False(after.Headers.Contains("Set-Cookie"));
    }
}
