using System.Net;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Dashboards;

public sealed class DashboardPageTests
{
    [Fact]
    public async Task Each_role_gets_its_own_and_no_more_than_twelve_commands()
    {
        await using var app = await CrmApp.CreateAsync();
        await app.Database.Read(async db => { await GoldenQuarter.TellAsync(db); return 0; });
        foreach (var (userName, scope, leads) in new[] { ("rep", World.Rep.Name, "120"), ("rep2", World.Rep2.Name, "0"), ("manager", "华东大区", "120"), ("manager2", "华南大区", "0"), ("boss", "company", "120"), ("admin", "company", "120") })
        {
            var visitor = await app.SignInAs(userName);
            await visitor.Page("/?period=2024Q1");
            app.Commands.Reset();
            var page = await visitor.Page("/?period=2024Q1");

            Assert.True(app.Commands.Count <= 10, $"{userName}: {app.Commands.Count} commands\n{string.Join("\n\n", app.Commands.Texts)}");
            Assert.Equal(leads, page.QuerySelector($"[data-metric=leads][data-scope='{scope}']")!.GetAttribute("data-value"));
            Assert.Equal(leads, page.QuerySelector("tr[data-stage=Identified]")!.GetAttribute("data-value"));
            Assert.Equal(6, page.QuerySelectorAll("tr[data-month]").Length);
        }
    }

    [Fact]
    public async Task Without_a_period_it_shows_the_quarter_of_today()
    {
        await using var app = await CrmApp.CreateAsync();
        app.Clock.GoTo(2024, 3, 31);
        await app.Database.Read(async db => { await GoldenQuarter.TellAsync(db); return 0; });
        var manager = await app.SignInAs("manager");

        var page = await manager.Page("/");

        Assert.Equal("36", page.QuerySelector("tr[data-stage=Contract]")!.GetAttribute("data-value"));
        Assert.Contains("1,620,000", page.QuerySelector("section[aria-label=业绩]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("42", page.QuerySelector("td[data-open=FirstContact]")!.GetAttribute("data-value"));
    }

    [Theory]
    [InlineData("service", "/my-day")]
    [InlineData("legal", "/opportunities")]
    public async Task Roles_without_figures_begin_where_their_work_is(string userName, string target)
    {
        await using var app = await CrmApp.CreateAsync();
        using var answer = await (await app.SignInAs(userName)).Get("/");
        Assert.Equal((HttpStatusCode.Redirect, target), (answer.StatusCode, answer.Headers.Location!.ToString()));
    }
}
