using System.Net;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;
using SalesCrm.Web.Tests.Visits;

namespace SalesCrm.Web.Tests.Search;

public sealed class SearchTests
{
    [Fact]
    public async Task Suggests_while_typing_and_searches_follow_ups_only_on_the_page()
    {
        await using var app = await CrmApp.CreateAsync();
        var id = await Files.CustomerAsync(app, "澜图科技", World.Rep);
        await Files.VisitAsync(app, id, World.Rep, "澜图很满意");
        var rep = await app.SignInAs("rep");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/search?q=瀾圖");
        request.Headers.Add("HX-Request", "true");

        using var answer = await rep.Http.SendAsync(request);

        var suggestions = await Visitor.Read(answer);
        Assert.Null(suggestions.QuerySelector("main"));
        Assert.NotNull(suggestions.QuerySelector($"a[href='/customers/{id}']"));
        Assert.Equal("澜图", suggestions.QuerySelector("mark")!.TextContent);
        Assert.Null(suggestions.QuerySelector("a[href^='/visits/']"));
        foreach (var typed in new[] { "瀾圖", "lantu", "lt", "lant" })
        {
            var page = await rep.Page($"/search?q={typed}");
            Assert.Equal(["澜图", "澜图"], page.QuerySelectorAll("main mark").Select(mark => mark.TextContent));
            Assert.NotNull(page.QuerySelector("main a[href^='/visits/'] mark"));
            Assert.Equal("澜图", (await rep.Page($"/customers?q={typed}")).QuerySelector("main table mark")!.TextContent);
        }

        Assert.Null((await rep.Page("/search")).QuerySelector("main .list-group"));
    }

    [Fact]
    public async Task Too_many_searches_have_to_wait()
    {
        await using var app = await CrmApp.CreateAsync(new Dictionary<string, string?> { ["RateLimits:SearchesPerMinute"] = "3" });
        var rep = await app.SignInAs("rep");
        for (var i = 0; i < 3; i++)
        {
            await rep.Page("/search?q=x");
        }

        using var answer = await rep.Get("/search?q=x");
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
    }
}
