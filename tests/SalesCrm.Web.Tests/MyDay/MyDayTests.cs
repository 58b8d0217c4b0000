using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Upgrades;
using SalesCrm.Application.Visits;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;
using SalesCrm.Web.Tests.Visits;

namespace SalesCrm.Web.Tests.MyDay;

public sealed class MyDayTests
{
    [Fact]
    public async Task Shows_todays_and_overdue_steps_with_phone_and_form()
    {
        await using var app = await CrmApp.CreateAsync();
        var id = await Files.CustomerAsync(app, "湖州南浔木业", World.Rep);
        await app.Database.With<RecordVisit, Outcome<long>>(record => record.ExecuteAsync(
            new RecordVisit.Input { CustomerId = id, Method = VisitMethod.Call, Feedback = "询价", NextOn = new DateOnly(2024, 4, 2), NextText = "回复加急排产的报价" }, World.Rep, CancellationToken.None));
        app.Clock.GoTo(2024, 4, 5);
        var rep = await app.SignInAs("rep");

        var page = await rep.Page("/my-day");

        var item = page.QuerySelector("article[data-kind=NextStep]")!;
        Assert.Contains("逾期 3 天", item.TextContent, StringComparison.Ordinal);
        Assert.Contains("回复加急排产的报价", item.TextContent, StringComparison.Ordinal);
        Assert.Equal("tel:13800005678", item.QuerySelector("a[href^=tel]")!.GetAttribute("href"));
        Assert.NotNull(item.QuerySelector($"a[href^='/visits/new?customerId={id}']"));
        Assert.Equal("1", page.QuerySelector("[data-metric=overdue]")!.GetAttribute("data-value"));

        var manager = await app.SignInAs("manager");
        Assert.Contains("林晓雯", (await manager.Page("/my-day")).QuerySelector("article")!.TextContent, StringComparison.Ordinal);
        var other = await app.SignInAs("manager2");
        Assert.Null((await other.Page("/my-day")).QuerySelector("article"));
    }

    [Fact]
    public async Task A_step_of_an_upgrade_is_done_today_at_one_press_or_by_its_form_and_leads_back()
    {
        await using var app = await CrmApp.CreateAsync();
        var id = await Files.CustomerAsync(app, "湖州南浔木业", World.Rep);
        await app.Database.Read(db => db.Customers.Where(customer => customer.Id == id).ExecuteUpdateAsync(set => set.SetProperty(customer => customer.Grade, Grade.C)));
        var started = await app.Database.With<StartUpgrade, Outcome<long>>(start => start.ExecuteAsync(
            new() { CustomerId = id, Due = [.. Enumerable.Range(1, 5).Select(day => (DateOnly?)new DateOnly(2024, 4, 1).AddDays(day))] }, World.Rep, CancellationToken.None));
        Assert.True(started.IsDone, string.Join(';', started.Problems.Select(problem => problem.Message)));
        app.Clock.GoTo(2024, 4, 3);
        var rep = await app.SignInAs("rep");

        var items = (await rep.Page("/my-day")).QuerySelectorAll("article[data-kind=Upgrade]");
        Assert.Equal(2, items.Length);
        var form = items[0].QuerySelector("form")!;
        using var done = await rep.PostForm(form.GetAttribute("action")!, form.QuerySelectorAll("input[name^='Input.']").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value"))).ToArray());
        Assert.Equal("/my-day", done.Headers.Location!.ToString());
        var left = Assert.Single((await rep.Page("/my-day")).QuerySelectorAll("article[data-kind=Upgrade]"));
        using var filled = await rep.FillIn(left.QuerySelector("a[href*='/steps/']")!.GetAttribute("href")!, ("Input.DoneOn", "2024-04-02"));
        Assert.Equal("/my-day", filled.Headers.Location!.ToString());

        Assert.Equal([new DateOnly(2024, 4, 3), new DateOnly(2024, 4, 2)], await app.Database.Read(db => db.UpgradeSteps.Where(step => step.DoneOn != null).OrderBy(step => step.Step).Select(step => step.DoneOn!.Value).ToListAsync()));
    }
}
