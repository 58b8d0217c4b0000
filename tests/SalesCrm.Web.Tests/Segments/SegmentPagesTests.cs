using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Segments;

public sealed class SegmentPagesTests : IAsyncLifetime
{
    private CrmApp _app = null!;

    public async Task InitializeAsync()
    {
        _app = await CrmApp.CreateAsync();
        await _app.Database.With<CrmDbContext>(async db =>
        {
            foreach (var (name, province) in new[] { ("甲", "江苏"), ("乙", "江苏"), ("丙", "上海") })
            {
                var customer = new Customer("KH" + name, DateTime.UnixEpoch, null) { Budget = 90_000, Province = province, City = name + "市" };
                customer.Rename(name, name);
                customer.AssignTo(World.Rep.UserId);
                db.Customers.Add(customer);
            }

            await db.SaveAsync(Actor.System, CancellationToken.None);
        });
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_segment_shows_its_count_its_portrait_and_the_way_to_the_same_records()
    {
        var (manager, rep) = (await _app.SignInAs("manager"), await _app.SignInAs("rep"));
        using var saved = await manager.FillIn("/filters/customers/new?c=budget.ge.50000", ("Input.Name", "大预算"), ("Input.Description", "秋季活动"), ("Input.Audience", "Team"));
        using var leads = await manager.FillIn("/filters/leads/new?c=phone.empty", ("Input.Name", "没电话"));
        var id = await _app.Database.Read(db => db.SavedFilters.Where(filter => filter.Name == "大预算").Select(filter => filter.Id).SingleAsync());

        await manager.Page("/segments");
        _app.Commands.Reset();
        var index = await manager.Page("/segments");
        Assert.Equal(["3", "0"], index.QuerySelectorAll("tbody [data-metric='count']").Select(cell => cell.GetAttribute("data-value")));
        Assert.True(_app.Commands.Count <= 2, string.Join("\n\n", _app.Commands.Texts));

        var page = await rep.Page($"/segments/{id}");
        Assert.Equal("3", page.QuerySelector("[data-metric='count']")!.GetAttribute("data-value"));
        Assert.Equal(["预算 不少于 50,000 元"], page.QuerySelectorAll("[data-condition]").Select(chip => chip.TextContent.Trim()));
        Assert.Contains("秋季活动", page.Body!.TextContent, StringComparison.Ordinal);
        var group = page.QuerySelectorAll("section[aria-label='地区'] tbody a").Single(link => link.TextContent == "江苏");
        Assert.Equal(2, (await rep.Page(group.GetAttribute("href")!)).QuerySelectorAll("tbody tr").Length);
        using var file = await rep.FillIn(page.QuerySelector("a[href^='/exports/lists/']")!.GetAttribute("href")!, ("Reason", "回访"));
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);

        using var foreign = await (await _app.SignInAs("rep3")).Get($"/segments/{id}");
        using var closed = await (await _app.SignInAs("legal")).Get($"/segments/{id}");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (foreign.StatusCode, closed.StatusCode));
    }

    [Fact]
    public async Task Columns_are_chosen_and_moved_without_script_and_nothing_is_lost_before_saving()
    {
        var rep = await _app.SignInAs("rep");
        var link = (await rep.Page("/customers?c=province.is.江苏")).QuerySelector("a[href^='/preferences/columns/']")!.GetAttribute("href")!;
        using var moved = await rep.PostForm(link, ("Input.Shown", "city"), ("Input.Shown", "due"), ("Input.Order", "owner"), ("Input.Order", "due"), ("Input.Order", "city"), ("Up", "city"));
        var form = await Visitor.Read(moved);
        Assert.Equal(["owner", "city", "due"], form.QuerySelectorAll("[name='Input.Order']").Select(input => input.GetAttribute("value")).Take(3));
        Assert.Equal(["city", "due"], form.QuerySelectorAll("[name='Input.Shown'][checked]:not([disabled])").Select(input => input.GetAttribute("value")));
        Assert.Equal("Up", form.QuerySelector("[autofocus]")!.GetAttribute("name"));
        Assert.Equal(11, (await rep.Page("/customers")).QuerySelectorAll("thead th").Length);

        using var saved = await rep.PostForm(link, ("Input.Shown", "city"), ("Input.Shown", "due"), ("Input.Order", "city"), ("Input.Order", "due"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var list = await rep.Page(saved.Headers.Location!.ToString());
        Assert.Equal(["客户", "城市", "到期"], list.QuerySelectorAll("thead th:not(.pick-cell)").Select(head => head.TextContent.Trim()));
        Assert.Equal(["甲市", "乙市"], list.QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("th ~ td")[0].TextContent).Order(StringComparer.Ordinal).Reverse());
        Assert.NotNull(list.QuerySelector("thead a#sort-due"));

        using var file = await rep.FillIn(list.QuerySelector("a[href^='/exports/lists/']")!.GetAttribute("href")!, ("Reason", "给总部"), ("OnlyShown", "true"));
        using var stream = new MemoryStream(await file.Content.ReadAsByteArrayAsync());
        using var table = TableFile.Open(stream, "导出.xlsx");
        Assert.Equal("客户|城市|到期", table.FirstVisible.Rows().Select(row => string.Join('|', row.Cells.Select(cell => cell.Raw))).First(row => row.Contains("城市", StringComparison.Ordinal)));

        foreach (var shown in new[] { "customers", "visits", "deals" })
        {
            using var text = await rep.FillIn("/exports/lists/" + shown, ("Reason", "给总部"), ("OnlyShown", "true"), ("AsText", "true"));
            Assert.Equal("text/csv", text.Content.Headers.ContentType!.MediaType);
            Assert.DoesNotContain("记录版本", await text.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var reset = await rep.PostForm(link, ("Input.Reset", "true"));
        Assert.Equal(11, (await rep.Page("/customers")).QuerySelectorAll("thead th").Length);
    }
}
