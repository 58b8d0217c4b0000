using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Filters;

public sealed class FilterPagesTests : IAsyncLifetime
{
    private CrmApp _app = null!;

    public async Task InitializeAsync()
    {
        _app = await CrmApp.CreateAsync();
        await _app.Database.With<CrmDbContext>(async db =>
        {
            foreach (var (name, owner, budget) in new[] { ("大客户", World.Rep, 90_000m), ("小客户", World.Rep, 5_000m), ("别人的大客户", World.Rep3, 90_000m) })
            {
                var customer = new Customer("KH" + name, DateTime.UnixEpoch, null) { Budget = budget };
                customer.Rename(name, name);
                customer.AssignTo(owner.UserId);
                db.Customers.Add(customer);
            }

            await db.SaveAsync(Actor.System, CancellationToken.None);
        });
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_condition_is_built_step_by_step_saved_as_a_tab_and_obeyed_by_list_bulk_act_and_export()
    {
        var (manager, rep) = (await _app.SignInAs("manager"), await _app.SignInAs("rep"));
        var first = await manager.Page("/filters/customers?grade=D&field=budget&add=true");
        Assert.Equal(["客户等级 是 D级"], first.QuerySelectorAll("[data-condition]").Select(chip => chip.TextContent.Trim()));
        Assert.NotNull(first.QuerySelector("#condition-row select[name='op'] option[value='Ge']"));

        var refused = await manager.Page("/filters/customers?grade=D&field=budget&op=Ge&value=viel&add=true");
        Assert.NotNull(refused.QuerySelector("#condition-row [role='alert']"));
        Assert.Equal("viel", refused.QuerySelector("#condition-row input[name='value']")!.GetAttribute("value"));

        using var added = await manager.Get("/filters/customers?grade=D&field=budget&op=Ge&value=50000&add=true");
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var builder = await manager.Page(added.Headers.Location!.ToString());
        Assert.Equal(["客户等级 是 D级", "预算 不少于 50,000 元"], builder.QuerySelectorAll("[data-condition]").Select(chip => chip.TextContent.Trim()));
        Assert.Equal("1", builder.QuerySelector("[data-metric='matches']")!.GetAttribute("data-value"));

        using var saved = await manager.FillIn(await Next(manager, added.Headers.Location + "&then=new"), ("Input.Name", "大预算"), ("Input.Audience", "Team"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);

        var tab = (await rep.Page("/customers")).QuerySelectorAll(".nav-tabs a").Single(link => link.TextContent.Trim() == "大预算").GetAttribute("href")!;
        var list = await rep.Page(tab);
        Assert.Equal(["大客户"], list.QuerySelectorAll("tbody th a").Select(link => link.TextContent.Trim()));
        Assert.Equal("page", list.QuerySelectorAll(".nav-tabs a").Single(link => link.TextContent.Trim() == "大预算").GetAttribute("aria-current"));
        Assert.Equal(2, list.QuerySelectorAll("form.filters [data-condition]").Length);
        Assert.Contains("1 家", (await rep.Page("/customers/bulk?all=true&" + tab.Split('?')[1])).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);

        using var file = await rep.FillIn(list.QuerySelector("a[href^='/exports/lists/']")!.GetAttribute("href")!, ("Reason", "给总部"));
        using var stream = new MemoryStream(await file.Content.ReadAsByteArrayAsync());
        using var table = TableFile.Open(stream, "导出.xlsx");
        var rows = table.FirstVisible.Rows().Select(row => string.Join('|', row.Cells.Select(cell => cell.Raw))).ToList();
        Assert.Contains(rows, row => row.Contains("大客户", StringComparison.Ordinal));
        Assert.DoesNotContain(rows, row => row.Contains("小客户", StringComparison.Ordinal) || row.Contains("别人的", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("q=大客户 50%&grade=D")]
    [InlineData("q=%E5%A4%A7%E5%AE%A2%E6%88%B7&x=\u0085\u2028")]
    [InlineData("q=\"大\"<b>'+#&&==&grade=D&grade")]
    public async Task A_query_written_by_hand_is_kept_whatever_characters_it_has(string query)
    {
        var rep = await _app.SignInAs("rep");
        using var saved = await rep.FillIn("/filters/customers/new?grade=D", ("Input.Name", "手写"), ("Input.Query", query));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.True(saved.Headers.Location!.ToString().All(char.IsAscii), saved.Headers.Location.ToString());
        Assert.Equal("page", (await rep.Page(saved.Headers.Location.ToString())).QuerySelectorAll(".nav-tabs a").Single(link => link.TextContent.Trim() == "手写").GetAttribute("aria-current"));
    }

    [Fact]
    public async Task What_is_half_made_is_neither_lost_with_another_field_nor_by_pressing_apply()
    {
        var manager = await _app.SignInAs("manager");
        var other = await manager.Page("/filters/customers?grade=D&of=budget&field=annual&op=Ge&value=50000");
        Assert.Equal("50000", other.QuerySelector("#condition-row input[name='value']")!.GetAttribute("value"));
        var pending = other.QuerySelector("[data-pending]")!;
        Assert.StartsWith("“预算 不少于 50,000 元”还没有添加", pending.TextContent, StringComparison.Ordinal);
        var added = await manager.Page(pending.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal(["客户等级 是 D级", "预算 不少于 50,000 元"], added.QuerySelectorAll("[data-condition]").Select(chip => chip.TextContent.Trim()));
        Assert.Equal("annual", added.QuerySelector("select[name='field'] option[selected]")!.GetAttribute("value"));

        var choices = await manager.Page("/filters/customers?of=budget&field=source&op=Ge&value=1");
        Assert.Empty(choices.QuerySelectorAll("#condition-row input[type='checkbox'][checked]"));
        var day = await manager.Page("/filters/customers?of=budget&field=lastFollowUp&op=Le&value=1");
        Assert.Equal("如 90", day.QuerySelector("input[name='days']")!.GetAttribute("placeholder"));

        Assert.Equal("/customers?c=grade.in.D&c=budget.ge.50000", await Next(manager, "/filters/customers?grade=D&of=budget&field=budget&op=Ge&value=50000&then=list"));
        Assert.Equal("/customers?c=grade.in.D", await Next(manager, "/filters/customers?grade=D&of=budget&field=budget&op=Ge&value=&then=list"));
        Assert.NotNull((await manager.Page("/filters/customers?of=budget&field=budget&op=Ge&value=viel&then=list")).QuerySelector("#condition-row [role='alert']"));
    }

    private static async Task<string> Next(Visitor visitor, string path)
    {
        using var answer = await visitor.Get(path);
        return answer.Headers.Location!.ToString();
    }

    [Theory]
    [InlineData("field=grade&op=In", "请至少选一项")]
    [InlineData("field=budget&op=Ge", "请填写内容")]
    public async Task What_is_missing_in_a_condition_is_said_as_the_field_takes_it(string row, string words)
    {
        var page = await (await _app.SignInAs("rep")).Page($"/filters/customers?{row}&add=true");

        Assert.Contains(words, page.QuerySelector("#condition")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owner_renames_and_deletes_his_tab_and_nobody_else_does()
    {
        var (manager, rep) = (await _app.SignInAs("manager"), await _app.SignInAs("rep"));
        using var saved = await manager.FillIn("/filters/leads/new?c=phone.empty", ("Input.Name", "没有电话"), ("Input.Audience", "Team"));
        var id = await _app.Database.Read(db => db.SavedFilters.Select(filter => filter.Id).SingleAsync());
        using var foreign = await rep.Get($"/filters/{id}/edit");
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);

        using var notHis = await rep.Get($"/filters/{id}/deletion");
        Assert.Equal(HttpStatusCode.NotFound, notHis.StatusCode);

        using var renamed = await manager.FillIn($"/filters/{id}/edit?c=phone.filled", ("Input.Name", "有电话"), ("Input.Description", "先补资料"));
        Assert.Equal(["有电话"], (await rep.Page("/segments")).QuerySelectorAll("tbody th a").Select(link => link.TextContent));
        Assert.Equal("c=phone.filled", await _app.Database.Read(db => db.SavedFilters.Select(filter => filter.Query).SingleAsync()));
        var question = await manager.Page($"/filters/{id}/deletion");
        Assert.Contains("另有 3 人", question.QuerySelector("[data-dialog-content] p")!.TextContent, StringComparison.Ordinal);
        using var deleted = await manager.FillIn($"/filters/{id}/deletion");
        Assert.Empty((await rep.Page("/segments")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Boards_obey_conditions_too_and_what_cannot_be_read_is_told_and_asks_nothing()
    {
        var (admin, legal) = (await _app.SignInAs("admin"), await _app.SignInAs("legal"));
        foreach (var page in new[] { "/leads/board", "/opportunities/board", "/opportunities", "/leads" })
        {
            var shown = await admin.Page(page + "?c=budget.ge.5&c=unsinn.is.1");
            Assert.Equal((1, 1), (shown.QuerySelectorAll("[data-condition]").Length, shown.QuerySelectorAll("[data-ignored]").Length));
            Assert.Equal(2, shown.QuerySelectorAll("form input[type='hidden'][name='c']").Length);
        }

        using var closed = await legal.Get("/filters/customers");
        using var open = await legal.Get("/filters/opportunities");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (closed.StatusCode, open.StatusCode));
    }
}
