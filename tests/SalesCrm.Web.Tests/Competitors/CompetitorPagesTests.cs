using System.Globalization;
using System.Net;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Competitors;

public sealed class CompetitorPagesTests
{
    [Fact]
    public async Task What_the_text_says_is_confirmed_and_then_warned_of_and_counted()
    {
        await using var app = await CrmApp.CreateAsync();
        var id = await app.Database.HasOpportunityAsync(await app.Database.HasCustomerAsync("九川医疗器械", World.Rep), World.Rep, input => input.Competition = "竞品A报价低12%");
        var rep = await app.SignInAs("rep");
        Assert.Contains("竞品A", (await rep.Page("/opportunities/competition?Input.Competition=竞品A报价低12%25")).Body!.TextContent, StringComparison.Ordinal);
        var path = $"/opportunities/{id.ToString(CultureInfo.InvariantCulture)}";
        var form = (await rep.Page(path)).QuerySelector("form[data-proposal]")!;
        string Value(string name) => form.QuerySelector($"input[name='{name}']")!.GetAttribute("value")!;
        using var saved = await rep.FillIn(path + "/rivals", ("Input.Competitor", Value("Input.Competitor")), ("Input.Offer", Value("Input.Offer")), ("Input.PriceGap", Value("Input.PriceGap")));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var page = await rep.Page(path);
        Assert.Null(page.QuerySelector("form[data-proposal]"));
        Assert.Contains("要达到竞品A的报价需要再让价 12%，超出您的权限 10%，需要王芳批准", page.QuerySelector("#rivals")!.TextContent, StringComparison.Ordinal);

        var file = await rep.Page(page.QuerySelector("#rivals a[href^='/competitors/']")!.GetAttribute("href")!);
        var open = file.QuerySelector("[data-metric=open]")!;
        Assert.Equal("1", open.GetAttribute("data-value"));
        Assert.Single((await rep.Page(open.Closest("a")!.GetAttribute("href")!)).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Every_page_of_the_file_shows_in_both_languages()
    {
        await using var app = await CrmApp.CreateAsync();
        var manager = await app.SignInAs("manager");
        using var created = await manager.FillIn("/competitors/new", ("Input.Name", "竞品A"), ("Input.Answers", "价格低 → 二期另收费"));
        using var noted = await manager.FillIn("/competitors/1/notes", ("Input.Text", "降价一成"), ("Input.Source", "官网"), ("Input.Evidence", "https://example.com/news"));
        using var listed = await manager.FillIn("/competitors/1/products", ("Input.Name", "标准版"), ("Input.Position", "Lower"));
        Assert.All(new[] { created, noted, listed }, response => Assert.Equal(HttpStatusCode.Redirect, response.StatusCode));
        foreach (var language in new[] { "zh-CN", "en" })
        {
            foreach (var path in new[] { "/competitors/1", "/competitors/1?kind=Other", "/competitors/1/card", "/competitors/1/products?edit=1", "/competitors/1/notes/1/edit", "/competitors/analysis", "/competitors/meetings?result=drop&band=x" })
            {
                Assert.Equal(language, (await manager.Page(path)).DocumentElement.GetAttribute("lang"));
            }

            manager.Http.DefaultRequestHeaders.Add("Cookie", "salescrm.language=en");
        }
    }

    [Fact]
    public async Task Limits_of_discounts_are_the_admins()
    {
        await using var app = await CrmApp.CreateAsync();
        var admin = await app.SignInAs("admin");
        using var wrong = await admin.FillIn("/admin/discounts", ("Input.Rep", "30"), ("Input.Manager", "20"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var saved = await admin.FillIn("/admin/discounts", ("Input.Rep", "15"), ("Input.Manager", "20"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal("15", (await admin.Page("/admin/discounts")).QuerySelector("[name='Input.Rep']")!.GetAttribute("value"));
    }
}
