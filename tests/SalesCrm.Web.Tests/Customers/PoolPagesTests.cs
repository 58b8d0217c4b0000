using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers.Pool;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Customers;

public sealed class PoolPagesTests : IAsyncLifetime
{
    private CrmApp _app = null!;

    public async Task InitializeAsync() => _app = await CrmApp.CreateAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_customer_goes_into_the_pool_and_to_whoever_claims_him_first()
    {
        var customer = await _app.Database.HasCustomerAsync("青禾食品", World.Rep);
        var (rep, rep2, rep3) = (await _app.SignInAs("rep"), await _app.SignInAs("rep2"), await _app.SignInAs("rep3"));
        using var empty = await rep.FillIn($"/customers/{customer}/release", ("Input.Reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        using var released = await rep.FillIn($"/customers/{customer}/release", ("Input.Reason", "区域调整"));
        Assert.Equal("/customers", released.Headers.Location?.ToString());

        using var closed = await rep2.Get($"/customers/{customer}");
        Assert.Equal(HttpStatusCode.NotFound, closed.StatusCode);
        Assert.Equal("青禾食品", (await rep2.Page("/customers/pool")).QuerySelector("tbody th span")!.TextContent);
        var card = await rep3.Page($"/customers/{customer}/claim");
        Assert.Contains("上海一组", card.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        using var claimed = await rep2.PostForm($"/customers/{customer}/claim");
        Assert.Equal($"/customers/{customer}", claimed.Headers.Location?.ToString());
        using var late = await rep3.PostForm($"/customers/{customer}/claim");
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("手慢了", (await Visitor.Read(late)).QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
        var timeline = (await rep2.Page($"/customers/{customer}/timeline")).QuerySelector(".timeline")!.TextContent;
        Assert.Contains("周启航 从公海领取", timeline, StringComparison.Ordinal);
        Assert.Contains("移入公海（原跟进人 林晓雯）", timeline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_admin_sees_what_a_changed_rule_would_do_before_he_saves_it()
    {
        await _app.Database.HasCustomerAsync("青禾食品", World.Rep);
        _app.Clock.GoTo(2024, 5, 1);
        var admin = await _app.SignInAs("admin");
        using var tried = await admin.FillIn("/admin/pool", ("Input.DaysD", "20"), ("Try", "true"));
        var page = await Visitor.Read(tried);
        Assert.Equal(("0", "1"), (page.QuerySelector("[data-metric=now-before]")!.GetAttribute("data-value"), page.QuerySelector("[data-metric=now-after]")!.GetAttribute("data-value")));
        Assert.Contains("青禾食品", page.QuerySelector("#impact")!.TextContent, StringComparison.Ordinal);
        Assert.False(await _app.Database.Read(db => db.Settings.AnyAsync()));

        using var wrong = await admin.FillIn("/admin/pool", ("Input.DaysD", "0"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var saved = await admin.FillIn("/admin/pool", ("Input.DaysD", "20"));
        Assert.Equal(HttpStatusCode.Found, saved.StatusCode);
        Assert.Equal(20, (await _app.Database.With<PoolRulesForm, PoolRules>(form => form.ReadAsync(CancellationToken.None))).DaysOf(Grade.D));
    }

    [Fact]
    public async Task My_day_and_the_file_warn_and_one_deferral_helps()
    {
        var customer = await _app.Database.HasCustomerAsync("青禾食品", World.Rep);
        await _app.Database.Read(async db =>
        {
            (await db.Customers.SingleAsync()).TakeGrade(Grade.A, new DateOnly(2024, 1, 1));
            await db.SaveAsync(Actor.System, CancellationToken.None);
            return 0;
        });
        await _app.Database.With<RecycleCustomers, bool>(job => job.RunIfDueAsync(CancellationToken.None));
        _app.Clock.GoTo(2024, 4, 28);
        var rep = await _app.SignInAs("rep");
        Assert.Contains("还有 3 天", (await rep.Page("/my-day")).QuerySelector("[data-kind=Falling]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("还有 3 天将落入公海（A 级 30 天未跟进）", (await rep.Page($"/customers/{customer}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1", (await rep.Page("/my-day")).QuerySelector("[data-metric=falling]")!.GetAttribute("data-value"));
        Assert.Contains("青禾食品", (await rep.Page("/customers/pool/preview")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);

        using var deferred = await rep.FillIn($"/customers/{customer}/deferral", ("Input.Reason", "客户出国"));
        Assert.Equal($"/customers/{customer}", deferred.Headers.Location?.ToString());
        Assert.Null((await rep.Page("/my-day")).QuerySelector("[data-kind=Falling]"));
        using var again = await rep.Get($"/customers/{customer}/deferral");
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task A07_A_file_is_confirmed_archived_and_restored_with_one_click_each()
    {
        var (first, second) = (await _app.Database.HasCustomerAsync("甲公司", World.Rep), await _app.Database.HasCustomerAsync("乙公司", World.Rep));
        var rep = await _app.SignInAs("rep");
        using var confirmed = await rep.PostForm("/customers/tidy", ("confirm", $"{first}"));
        Assert.Equal("/customers/tidy", confirmed.Headers.Location?.ToString());
        Assert.Equal("1/2 已梳理", (await rep.Page("/customers/tidy")).QuerySelector("[data-metric=tidied]")!.TextContent);
        using var archived = await rep.PostForm("/customers/tidy", ("do", "archive"), ("ids", $"{second}"));
        Assert.Equal("2/2 已梳理", (await rep.Page("/customers/tidy")).QuerySelector("[data-metric=tidied]")!.TextContent);
        using var restored = await rep.PostForm("/customers/tidy?view=Archived", ("restore", $"{second}"));
        Assert.Equal("/customers/tidy?view=Archived", restored.Headers.Location?.ToString());
        Assert.Equal("乙公司", (await rep.Page("/customers/tidy")).QuerySelector("tbody th a")!.TextContent);
    }
}
