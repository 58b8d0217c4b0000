using System.Net;
using SalesCrm.Application.Opportunities;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Opportunities;

public sealed class PipelinePagesTests
{
    [Theory]
    [InlineData("/opportunities")]
    [InlineData("/opportunities?q=九川&stage=Identified&status=Open&risk=High&overdue=true&passed=true&sort=-amount")]
    [InlineData("/opportunities?stage=nonsense&ownerId=abc&cursor=%00%00&sort=drop")]
    [InlineData("/opportunities/board")]
    [InlineData("/opportunities/board?q=九川&ownerId=4")]
    [InlineData("/opportunities/forecast")]
    [InlineData("/opportunities/new")]
    [InlineData("/opportunities/{0}")]
    [InlineData("/opportunities/{0}/edit")]
    [InlineData("/opportunities/{0}/stage")]
    [InlineData("/opportunities/{0}/closing")]
    [InlineData("/opportunities/{0}/closing?lost=true")]
    [InlineData("/opportunities/{0}/milestones")]
    [InlineData("/opportunities/{0}/rivals")]
    [InlineData("/opportunities/{0}/assignment")]
    [InlineData("/opportunities/for-customer/1")]
    [InlineData("/deals")]
    [InlineData("/deals?from=2024-01-01&until=2024-12-31&sort=amount")]
    [InlineData("/deals/new")]
    [InlineData("/competitors")]
    [InlineData("/competitors/new")]
    public async Task Every_page_shows_in_both_languages(string path)
    {
        await using var app = await CrmApp.CreateAsync();
        var id = await app.Database.HasPricedOpportunityAsync(await app.Database.HasCustomerAsync("九川医疗器械", World.Rep), World.Rep);
        var manager = await app.SignInAs("manager");
        path = path.Replace("{0}", id.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal("zh-CN", (await manager.Page(path)).DocumentElement.GetAttribute("lang"));
        manager.Http.DefaultRequestHeaders.Add("Cookie", "salescrm.language=en");
        Assert.Equal("en", (await manager.Page(path)).DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_month_of_the_forecast_leads_to_its_opportunities()
    {
        await using var app = await CrmApp.CreateAsync();
        var customer = await app.Database.HasCustomerAsync("九川医疗器械", World.Rep);
        var rep = await app.SignInAs("rep");
        foreach (var (name, amount, day) in new[] { ("一期", "100000", "2030-02-28"), ("二期", "50000", "2030-03-01"), ("三期", "20000", "") })
        {
            using var saved = await rep.FillIn($"/opportunities/new?customerId={customer}", ("Input.Name", name), ("Input.SourceId", "1"), ("Input.Amount", amount), ("Input.ExpectedCloseOn", day));
            Assert.Equal(System.Net.HttpStatusCode.Redirect, saved.StatusCode);
        }

        var forecast = await rep.Page("/opportunities/forecast");
        foreach (var (month, name) in new[] { ("2030-02", "一期"), ("2030-03", "二期"), ("none", "三期") })
        {
            var list = await rep.Page(forecast.QuerySelector($"tr[data-month='{month}'] a")!.GetAttribute("href")!);
            Assert.Equal([name], list.QuerySelectorAll("tbody th a").Select(link => link.TextContent));
        }

        Assert.Equal(["3", "170000", "17000"], forecast.QuerySelectorAll("tr[data-month=all] td").Select(cell => cell.GetAttribute("data-value")!.Split('.')[0]));
    }

    [Fact]
    public async Task Stages_are_for_the_admin()
    {
        await using var app = await CrmApp.CreateAsync();
        var admin = await app.SignInAs("admin");
        Assert.Equal(8, (await admin.Page("/admin/stages")).QuerySelectorAll("tr[data-stage]").Length);
        using var saved = await admin.FillIn("/admin/stages/Proposal/edit", ("Input.Name", "方案与报价"), ("Input.Probability", "65"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal("65", (await admin.Page("/admin/stages")).QuerySelector("tr[data-stage=Proposal] .num")!.GetAttribute("data-value"));
        var rep = await app.SignInAs("rep");
        using var refused = await rep.Get("/admin/stages");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var none = await admin.Get("/admin/stages/Nonsense/edit");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task Wrong_input_stays_in_the_form_with_a_word_beside_it()
    {
        await using var app = await CrmApp.CreateAsync();
        await app.Database.HasCustomerAsync("九川医疗器械", World.Rep);
        var rep = await app.SignInAs("rep");
        using var answer = await rep.FillIn("/opportunities/new", ("Input.Name", "二期"), ("Input.Amount", "1e9"), ("Input.BudgetScore", "abc"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Visitor.Read(answer);
        Assert.Equal("abc", page.QuerySelector("#Input_BudgetScore")!.GetAttribute("value"));
        Assert.Equal("二期", page.QuerySelector("#Input_Name")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("#Input_BudgetScore-error"));
    }

    [Fact]
    public async Task Two_people_edit_and_the_second_chooses()
    {
        await using var app = await CrmApp.CreateAsync();
        var id = await app.Database.HasPricedOpportunityAsync(await app.Database.HasCustomerAsync("九川医疗器械", World.Rep), World.Rep);
        var rep = await app.SignInAs("rep");
        var manager = await app.SignInAs("manager");
        var seen = (await app.Database.OpportunityAsync(id)).Version.ToString();
        using (await manager.FillIn($"/opportunities/{id}/edit", ("Input.Amount", "300000")))
        {
        }

        using var answer = await rep.FillIn($"/opportunities/{id}/edit", ("Input.Version", seen), ("Input.Amount", "250000"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var choices = (await Visitor.Read(answer)).QuerySelectorAll("input[name='Input.Amount']").Select(choice => choice.GetAttribute("value")!);
        Assert.Equal(["250000", "300000"], choices);
        Assert.Equal(300_000m, (await app.Database.OpportunityAsync(id)).Amount);
    }

    [Fact]
    public async Task A_win_goes_through_the_pages()
    {
        await using var app = await CrmApp.CreateAsync();
        var id = await app.Database.HasPricedOpportunityAsync(await app.Database.HasCustomerAsync("九川医疗器械", World.Rep), World.Rep);
        await app.Database.PutIntoAsync(id, StageCode.Contract);
        var rep = await app.SignInAs("rep");
        using var won = await rep.FillIn($"/opportunities/{id}/closing", ("Win.Amount", "5万"));
        Assert.Equal(HttpStatusCode.Redirect, won.StatusCode);
        var deals = await rep.Page("/deals");
        Assert.Equal("50000", deals.QuerySelector("[data-metric=amount]")!.GetAttribute("data-value"));
        Assert.Equal("AfterSales", (await rep.Page($"/opportunities/{id}")).QuerySelector(".record-facts [data-stage]")!.GetAttribute("data-stage"));
        using var again = await rep.FillIn($"/opportunities/{id}/closing", ("Win.Amount", "5万"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
    }

    /// <summary>Steps, words and people are known after the first page, and so is the session.</summary>
    [Theory]
    [InlineData("/opportunities/board", 2)]
    [InlineData("/opportunities", 2)]
    [InlineData("/opportunities/{0}", 6)]
    [InlineData("/deals", 2)]
    [InlineData("/customers", 3)]
    public async Task A_page_costs_so_many_commands_however_full_it_is(string path, int most)
    {
        await using var app = await CrmApp.CreateAsync();
        var customer = await app.Database.HasCustomerAsync("九川医疗器械", World.Rep);
        var id = 0L;
        for (var number = 0; number < 12; number++)
        {
            id = await app.Database.HasPricedOpportunityAsync(customer, World.Rep, "商机" + number);
        }

        var rep = await app.SignInAs("rep");
        path = path.Replace("{0}", id.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        await rep.Page(path);
        app.Commands.Reset();
        await rep.Page(path);
        Assert.True(app.Commands.Count <= most, $"{app.Commands.Count} commands:\n{string.Join("\n\n", app.Commands.Texts)}");
    }
}
