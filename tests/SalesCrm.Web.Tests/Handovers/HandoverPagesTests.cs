using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Handovers;

/// <summary>Handing over in the browser.</summary>
public sealed class HandoverPagesTests : IAsyncLifetime
{
    private CrmApp _app = null!;
    private long _customer;

    public async Task InitializeAsync()
    {
        _app = await CrmApp.CreateAsync();
        _customer = await _app.Database.HasCustomerAsync("甲公司", World.Rep);
        await _app.Database.HasCustomerAsync("乙公司", World.Rep);
        await _app.Database.Read(db => db.Customers.Where(row => row.Id == _customer).ExecuteUpdateAsync(set => set.SetProperty(row => row.Province, "江苏")));
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_handover_waits_on_the_receivers_day_until_he_accepts()
    {
        var (manager, rep2) = (await _app.SignInAs("manager"), await _app.SignInAs("rep2"));
        using var nobody = await manager.FillIn("/handovers/new?fromId=4");
        var refused = await Visitor.Read(nobody);
        Assert.Contains("请选择所管团队中其他在职的销售或经理", refused.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2", refused.QuerySelector("[data-metric=customers]")!.GetAttribute("data-value"));
        Assert.Equal(["3", "5"], refused.QuerySelectorAll("[name='Input.ReceiverIds']").Select(box => box.GetAttribute("value")).Order());
        Assert.Null((await manager.Page("/handovers/new?fromId=7")).QuerySelector("[data-metric=customers]"));
        using var proposed = await manager.FillIn("/handovers/new?fromId=4", ("Input.ReceiverIds", "5"));
        var page = proposed.Headers.Location!.ToString();

        Assert.Contains("有 1 次交接等您处理。", (await rep2.Page("/my-day")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("甲公司", (await rep2.Page(page)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var accepted = await rep2.PostForm(page, ("Input.Answer", "Accept"));
        Assert.Equal(HttpStatusCode.Found, accepted.StatusCode);
        var done = await rep2.Page(page);
        Assert.Equal(("0", "2"), (done.QuerySelector("[data-metric=left-customers]")!.GetAttribute("data-value"), done.QuerySelector("[data-metric=part-customers]")!.GetAttribute("data-value")));
        Assert.Contains("→", (await manager.Page("/acts")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_divides_by_region_and_one_by_one_and_sees_what_each_will_have()
    {
        var manager = await _app.SignInAs("manager");
        using var drafted = await manager.FillIn("/handovers/new?fromId=4", ("Input.ReceiverIds", "5"), ("Input.ReceiverIds", "3"), ("Input.Division", "ByProposer"));
        var division = drafted.Headers.Location!.ToString();
        Assert.EndsWith("/division", division, StringComparison.Ordinal);
        using (var foreign = await (await _app.SignInAs("rep2")).Get(division))
        {
            Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        }

        var proposal = division.Replace("/division", "/proposal", StringComparison.Ordinal);
        Assert.Equal("", (await manager.Page(proposal)).QuerySelector("[name='Input.RestId'] option")!.GetAttribute("value"));
        Assert.Null((await manager.Page(proposal)).QuerySelector("[name='Input.RestId'] option[selected]:not([value=''])"));
        using (var undecided = await manager.FillIn(proposal))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, undecided.StatusCode);
        }

        using (var divided = await manager.FillIn(division, ("Input.Regions[0].ReceiverId", "5"), ("Input.Regions[1].ReceiverId", "5")))
        {
            Assert.Equal(division, divided.Headers.Location!.ToString());
        }

        using (var picked = await manager.PostForm(division + "?province=江苏", ("Input.Ids", _customer.ToString(CultureInfo.InvariantCulture)), ("Input.ReceiverId", "3")))
        {
            Assert.Equal(HttpStatusCode.Found, picked.StatusCode);
        }

        using (var nothing = await manager.PostForm(division, ("Input.ReceiverId", "3")))
        {
            Assert.Contains("请先选择客户", (await Visitor.Read(nothing)).QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
        }

        var page = await manager.Page(division + "?part=3");
        Assert.Equal(["1", "1"], page.QuerySelectorAll("[data-metric=part-customers]").Select(cell => cell.GetAttribute("data-value")));
        Assert.Contains("甲公司", page.QuerySelector("#handover tbody")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("乙公司", page.QuerySelector("#handover tbody")!.TextContent, StringComparison.Ordinal);

        Assert.Null((await manager.Page(proposal)).QuerySelector("[name='Input.RestId']"));
        using var sent = await manager.FillIn(proposal);
        Assert.Equal(division.Replace("/division", "", StringComparison.Ordinal), sent.Headers.Location!.ToString());
        using var again = await manager.Get(division);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }
}
