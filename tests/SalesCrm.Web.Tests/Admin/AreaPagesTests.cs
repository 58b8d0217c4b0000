using System.Net;
using SalesCrm.Application.Areas;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Admin;

public sealed class AreaPagesTests
{
    [Fact]
    public async Task L07_An_area_that_is_off_is_in_no_menu_and_at_no_address_until_it_is_on_again()
    {
        await using var app = await CrmApp.CreateAsync();
        var (admin, rep) = (await app.SignInAs("admin"), await app.SignInAs("rep"));
        Assert.NotNull((await rep.Page("/customers")).QuerySelector("a[href='/leads']"));

        using (var answer = await SwitchAsync(admin, Area.Leads, Area.Competitors, Area.Grading))
        {
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        foreach (var visitor in new[] { rep, admin })
        {
            foreach (var path in new[] { "/leads", "/leads/new", "/Leads/1", "/competitors", "/grading", "/exports/lists/leads", "/admin/lead-scoring" })
            {
                using var answer = await visitor.Get(path);
                Assert.True(answer.StatusCode is HttpStatusCode.NotFound, path);
            }

            var home = await visitor.Page("/customers");
            Assert.Empty(home.QuerySelectorAll("a[href^='/leads'], a[href^='/competitors'], a[href^='/grading']"));
            Assert.NotNull(home.QuerySelector("a[href='/deals']"));
        }

        Assert.Empty((await rep.Page("/imports/new")).QuerySelectorAll("option[value=leads]"));
        Assert.Contains("线索", (await admin.Page("/admin/audit")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        (await SwitchAsync(admin)).Dispose();
        using var back = await rep.Get("/leads");
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
    }

    [Fact]
    public async Task The_dashboard_leads_to_no_page_that_is_off()
    {
        await using var app = await CrmApp.CreateAsync();
        await app.Database.Read(async db => { await GoldenQuarter.TellAsync(db); return 0; });
        var admin = await app.SignInAs("admin");
        Assert.NotEmpty((await admin.Page("/?period=2024Q1")).QuerySelectorAll("main a[href^='/metrics/']"));
        (await SwitchAsync(admin, [.. AreaPlans.All.Select(plan => plan.Area).Where(area => area != Area.MyDay)])).Dispose();

        foreach (var visitor in new[] { await app.SignInAs("rep"), await app.SignInAs("manager"), admin })
        {
            var page = await visitor.Page("/?period=2024Q1");
            Assert.NotNull(page.QuerySelector("main span[data-metric=leads]"));
            foreach (var path in page.QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!).Distinct())
            {
                using var answer = await visitor.Get(path);
                Assert.True(answer.StatusCode is not HttpStatusCode.NotFound, path);
            }
        }
    }

    [Fact]
    public async Task Of_two_admins_the_later_one_is_told_and_decides_upon_what_the_other_left()
    {
        await using var app = await CrmApp.CreateAsync();
        var admin = await app.SignInAs("admin");
        var seen = (await admin.Page("/admin/areas")).QuerySelector("input[name='Input.Version']")!.GetAttribute("value");
        (await SwitchAsync(admin, Area.Leads)).Dispose();

        using (var late = await admin.FillIn("/admin/areas", [.. On(Area.Surveys), ("Input.Version", seen)]))
        {
            Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
            var again = await Visitor.Read(late);
            Assert.Contains("功能开关刚被别人改过", again.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.Equal((true, false), (IsOn(again, Area.Leads), IsOn(again, Area.Surveys)));
            Assert.NotEqual(seen, again.QuerySelector("input[name='Input.Version']")!.GetAttribute("value"));
        }

        Assert.Equal((false, true), await admin.Page("/admin/areas") is var page ? (IsOn(page, Area.Leads), IsOn(page, Area.Surveys)) : default);
        using var empty = await admin.PostForm("/admin/areas");
        Assert.Equal(HttpStatusCode.Conflict, empty.StatusCode);
        Assert.True(IsOn(await admin.Page("/admin/areas"), Area.Surveys));
    }

    private static bool IsOn(AngleSharp.Dom.IDocument page, Area area) => page.QuerySelector($"input[name='Input.On'][value='{area}']")!.HasAttribute("checked");

    private static Task<HttpResponseMessage> SwitchAsync(Visitor admin, params Area[] off) => admin.FillIn("/admin/areas", On(off));

    private static (string Name, string? Value)[] On(params Area[] off) => [.. AreaPlans.All.Select(plan => plan.Area).Where(area => !off.Contains(area)).Select(area => ("Input.On", (string?)area.ToString()))];
}
