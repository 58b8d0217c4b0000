using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers.Bulk;
using SalesCrm.Application.Shared;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Acts;

public sealed class ActPagesTests : IAsyncLifetime
{
    private CrmApp _app = null!;

    public async Task InitializeAsync() => _app = await CrmApp.CreateAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Undoing_is_tried_first_and_what_stayed_is_offered_again()
    {
        var (first, second) = (await _app.Database.HasCustomerAsync("云启医疗", World.Rep), await _app.Database.HasCustomerAsync("远山物流", World.Rep));
        var act = await AssignAsync(World.Rep2, first, second);
        var later = await AssignAsync(World.Manager, second);
        var manager = await _app.SignInAs("manager");

        var page = (await manager.Page(act)).QuerySelector("main")!;
        Assert.Null(page.QuerySelector("form[method=post]"));
        var trial = page.QuerySelector($"a[href='{act}?trial=true']")!.GetAttribute("href")!;
        var tried = (await manager.Page(trial)).QuerySelector("main")!;
        Assert.Contains("可以恢复 1 条记录；1 条保持原样", tried.TextContent, StringComparison.Ordinal);
        Assert.NotNull(tried.QuerySelector($".card-body a[href='{later}']"));
        using (var undone = await manager.FillIn(trial))
        {
            Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
        }

        Assert.Equal("部分撤销（1 条保持原样）", await StateAsync(manager, act));
        Assert.Contains("还有 1 条记录保持原样", (await manager.Page(act)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await manager.Page(trial)).QuerySelector("main form[method=post]"));

        (await manager.FillIn($"{later}?trial=true")).Dispose();
        (await manager.FillIn(trial)).Dispose();

        Assert.Equal("已撤销", await StateAsync(manager, act));
        Assert.Null((await manager.Page(act)).QuerySelector("main a[href$='trial=true']"));
        Assert.All(await _app.Database.Read(db => db.Customers.ToListAsync()), row => Assert.Equal(World.Rep.UserId, row.OwnerId));
    }

    private async Task<string> AssignAsync(Actor to, params long[] ids)
    {
        Assert.True((await _app.Database.With<ChangeCustomers, Outcome<ChangeCustomers.Result>>(change => change.ExecuteAsync(
            new ChangeCustomers.Input { Ids = ids, Change = BulkChange.Assign, OwnerId = to.UserId }, World.Manager, CancellationToken.None))).IsDone);
        return $"/acts/{await _app.Database.Read(db => db.Acts.MaxAsync(act => act.Id))}";
    }

    private static async Task<string> StateAsync(Visitor visitor, string act)
        => (await visitor.Page("/acts")).QuerySelector($"tr:has(a[href='{act}']) td:last-child")!.TextContent.Trim();
}
