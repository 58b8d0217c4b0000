using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Deals;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Customers;

/// <summary>Closing a file, its access log and its attachments in the browser.</summary>
public sealed class ConfidentialPagesTests : IAsyncLifetime
{
    private CrmApp _app = null!;
    private long _customer;

    public async Task InitializeAsync()
    {
        _app = await CrmApp.CreateAsync();
        _customer = await _app.Database.HasCustomerAsync("玄铁重工", World.Rep);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A10_The_owner_closes_it_with_a_reason_and_reads_who_opened_it()
    {
        var rep = await _app.SignInAs("rep");
        using (var nameless = await rep.FillIn($"/customers/{_customer}/confidentiality"))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.StatusCode);
        }

        using (var closed = await rep.FillIn($"/customers/{_customer}/confidentiality", ("Input.Reason", "军工项目")))
        {
            Assert.Equal($"/customers/{_customer}", closed.Headers.Location!.ToString());
        }

        var manager = await _app.SignInAs("manager");
        Assert.NotNull((await manager.Page("/customers")).QuerySelector("tbody .lock"));
        _app.Commands.Reset();
        var page = await manager.Page($"/customers/{_customer}");
        Assert.True(_app.Commands.Count <= 10, string.Join("\n---\n", _app.Commands.Texts));
        Assert.Contains("机密", page.QuerySelector(".record-head")!.TextContent, StringComparison.Ordinal);

        var log = await rep.Page($"/customers/{_customer}/access");
        Assert.Contains("王芳", log.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("打开", log.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        var admin = await _app.SignInAs("admin");
        Assert.Contains("机密客户", (await admin.Page("/admin/accesses")).QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("机密客户的内容不显示", (await admin.Page("/admin/audit")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("管理员", (await rep.Page($"/customers/{_customer}/audience")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A10_A_lock_with_its_name_stands_behind_it_wherever_it_is_shown()
    {
        var opportunity = await _app.Database.HasOpportunityAsync(_customer, World.Rep);
        await _app.Database.LogAsync(_customer, World.Rep);
        var rep = await _app.SignInAs("rep");
        using (var closed = await rep.FillIn($"/customers/{_customer}/confidentiality", ("Input.Reason", "军工项目")))
        {
            Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        }

        await _app.Database.Read(async db =>
        {
            var customer = await db.Customers.SingleAsync(row => row.Id == _customer);
            customer.PlanNext(new DateOnly(2024, 3, 20), "报价");
            db.Deals.Add(new Deal { Number = "CJ-1", CustomerId = _customer, OwnerId = World.Rep.UserId, On = new DateOnly(2024, 3, 20), Amount = 100, Ordinal = 1 });
            await db.SaveAsync(World.Rep, CancellationToken.None);
            return 0;
        });

        foreach (var address in new[]
        {
            "/customers", "/opportunities", "/opportunities/board", "/visits", "/deals", "/my-day", "/search?q=玄铁", "/visits/customers?q=玄铁", "/customers/tidy?view=All", $"/opportunities/{opportunity}",
            $"/deals/new?customerId={_customer}", $"/opportunities/new?customerId={_customer}", $"/visits/new?customerId={_customer}", $"/customers/{_customer}/files", $"/grading/for-customer/{_customer}",
        })
        {
            var page = await rep.Page(address);
            Assert.True(page.Body!.TextContent.Contains("玄铁重工", StringComparison.Ordinal), $"{address} does not show it");
            Assert.True(page.QuerySelector(".lock[aria-label=机密]") is not null, $"{address} shows no lock");
        }

        Assert.Equal("机密", (await rep.Page("/customers/mentions?q=玄铁")).QuerySelector("option")!.GetAttribute("label"));
    }

    [Fact]
    public async Task An_admin_who_closes_a_file_is_led_out_of_it()
    {
        var admin = await _app.SignInAs("admin");
        using var closed = await admin.FillIn($"/customers/{_customer}/confidentiality", ("Input.Reason", "军工项目"));
        Assert.Equal("/customers", closed.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_file_goes_up_and_comes_down_to_be_saved_and_never_shown()
    {
        var rep = await _app.SignInAs("rep");
        using (var refused = await UploadAsync(rep, ("好.txt", "好"), ("坏.html", "<script>")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains("“坏.html”不是可以上传的类型", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using (var sent = await UploadAsync(rep, ("报价（最终）.txt", "一台"), ("名单.csv", "甲,乙")))
        {
            Assert.Equal($"/customers/{_customer}/files", sent.Headers.Location!.ToString());
        }

        var page = await rep.Page($"/customers/{_customer}/files");
        Assert.Equal(["名单.csv", "报价（最终）.txt"], page.QuerySelectorAll("li a[download]").Select(link => link.TextContent));
        var address = page.QuerySelectorAll("li a[download]")[1].GetAttribute("href")!;
        using var file = await rep.Get(address);
        Assert.Equal("一台", await file.Content.ReadAsStringAsync());
        Assert.Equal(("attachment", "报价（最终）.txt", "application/octet-stream"), (file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentDisposition.FileNameStar, file.Content.Headers.ContentType!.MediaType));
        Assert.Contains("sandbox", file.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());

        using (var foreign = await (await _app.SignInAs("rep3")).Get(address))
        {
            Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        }

        using var removed = await rep.FillIn(address + "/removal");
        using var gone = await rep.Get(address);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.NotFound), (removed.StatusCode, gone.StatusCode));
    }

    [Fact]
    public async Task M05_A_channel_rep_is_not_asked_for_costs()
    {
        var rep = await _app.SignInAs("rep");
        Assert.NotNull((await rep.Page($"/deals/new?customerId={_customer}")).QuerySelector("[name='Input.Cost']"));
        using (var marked = await (await _app.SignInAs("admin")).FillIn($"/admin/users/{World.Rep.UserId}", ("Input.IsChannel", "true")))
        {
            Assert.Equal("/admin/users", marked.Headers.Location!.ToString());
        }

        var channel = await _app.SignInAs("rep");
        Assert.Null((await channel.Page($"/deals/new?customerId={_customer}")).QuerySelector("[name='Input.Cost']"));
        Assert.True(await _app.Database.Read(db => db.Users.Where(user => user.Id == World.Rep.UserId).Select(user => user.IsChannel).SingleAsync()));
    }

    private async Task<HttpResponseMessage> UploadAsync(Visitor visitor, params (string Name, string Content)[] files)
    {
        var page = $"/customers/{_customer}/files";
        var form = (await visitor.Page(page)).QuerySelector("main form[enctype]")!;
        using var content = new MultipartFormDataContent();
        foreach (var field in form.QuerySelectorAll("input[type=hidden]"))
        {
            content.Add(new StringContent(field.GetAttribute("value")!), field.GetAttribute("name")!);
        }

        foreach (var (name, text) in files)
        {
            content.Add(new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(text)), "Files", name);
        }

        return await visitor.Http.PostAsync(page, content);
    }
}
