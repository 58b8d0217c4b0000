using SalesCrm.Application.Shared;
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
}
