using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Exports;

public sealed class ExportPagesTests : IAsyncLifetime
{
    private CrmApp _app = null!;

    public async Task InitializeAsync()
    {
        _app = await CrmApp.CreateAsync();
        await _app.Database.With<CrmDbContext>(async db =>
        {
            foreach (var (name, owner, stage) in new[] { ("我的公司", World.Rep, NeedStage.Comparing), ("我的另一家", World.Rep, NeedStage.Initial), ("他的公司", World.Rep3, NeedStage.Comparing) })
            {
                var customer = new Customer("KH" + name, DateTime.UnixEpoch, null) { NeedStage = stage };
                customer.Rename(name, name);
                customer.AssignTo(owner.UserId);
                db.Customers.Add(customer);
            }

            await db.SaveAsync(Actor.System, CancellationToken.None);
        });
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task L01_The_template_comes_down_with_its_own_headings_and_only_what_one_sees()
    {
        var rep = await _app.SignInAs("rep");
        using var answer = await rep.FillIn("/exports", ("Template", "1"), ("Reason", "周报"));
        var rows = await RowsAsync(answer);
        Assert.Equal("客户名称|所属行业|联系人信息(姓名/职位/电话/邮箱)|需求描述|需求阶段|跟进人|最后跟进时间|下次跟进计划|客户等级|备注", rows[0]);
        Assert.Equal(["我的公司|方案对比|林晓雯|D级", "我的另一家|初步了解|林晓雯|D级"], rows[1..]);
        Assert.StartsWith("attachment", answer.Content.Headers.ContentDisposition!.DispositionType, StringComparison.Ordinal);

        var log = (await rep.Page("/exports")).QuerySelector("section[aria-labelledby=export-log] tbody tr")!;
        Assert.Equal(["林晓雯", "客户信息管理表", "2", "周报"], new[] { 2, 3, 4, 5 }.Select(cell => log.QuerySelector($":nth-child({cell})")!.TextContent));
    }

    [Fact]
    public async Task A_list_comes_down_as_its_filter_shows_it()
    {
        var rep = await _app.SignInAs("rep");
        using var answer = await rep.FillIn("/exports/lists/customers?needStage=Comparing", ("Reason", "给总部"));
        var rows = await RowsAsync(answer);
        Assert.Single(rows[1..], row => row.Contains("我的公司", StringComparison.Ordinal));
        Assert.DoesNotContain(rows, row => row.Contains("另一家", StringComparison.Ordinal) || row.Contains("他的公司", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("customers", "?needStage=Comparing")]
    [InlineData("opportunities", "?risk=High")]
    [InlineData("visits", "?view=open")]
    [InlineData("deals", "?from=2024-01-01")]
    [InlineData("leads", "")]
    public async Task Every_list_leads_to_its_workbook_with_its_filter(string list, string filter)
    {
        var rep = await _app.SignInAs("rep");
        var link = (await rep.Page("/" + list + filter)).QuerySelector($"a[href^='/exports/lists/']")!.GetAttribute("href")!;
        Assert.Equal($"/exports/lists/{list}{filter}", link);
        using var page = await rep.Get(link);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [InlineData("customers", "?needStage=Comparing&c=budget.ge.5000&archived=true", "需求阶段 是 方案对比；预算 不少于 5,000 元；已归档")]
    [InlineData("customers", "?ownerId=4&highPotential=true", "跟进人 是 林晓雯；高潜力 是 是")]
    [InlineData("opportunities", "?risk=High&expected=2024-03&q=二期", "搜索 二期；风险 是 高；预计成交 2024-03")]
    [InlineData("opportunities", "?expected=none&passed=true", "预计日已过未成交；没有预计成交日期")]
    [InlineData("leads", "?tab=Working", "跟进中")]
    [InlineData("visits", "?view=open&visitorId=4&from=2024-01-01", "待确认；回访人 林晓雯；从 1月1日")]
    [InlineData("deals", "?until=2024-03-31&ownerId=4", "到 3月31日；负责人 林晓雯")]
    [InlineData("leads", "", "")]
    public async Task The_log_says_in_words_what_narrowed_an_export(string list, string filter, string words)
    {
        var rep = await _app.SignInAs("rep");
        (await rep.FillIn($"/exports/lists/{list}{filter}", ("Reason", "核对"))).Dispose();

        Assert.Equal(Sorted(words), Sorted((await rep.Page("/exports")).QuerySelector("td[data-label=筛选]")!.TextContent));

        static IEnumerable<string> Sorted(string told) => told.Split('；').Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_export_is_not_led_there()
    {
        var service = await _app.SignInAs("service");
        Assert.Null((await service.Page("/customers")).QuerySelector("a[href^='/exports/']"));
    }

    [Theory]
    [InlineData("/exports")]
    [InlineData("/exports/lists/leads")]
    [InlineData("/exports/lists/deals")]
    [InlineData("/exports/lists/visits")]
    [InlineData("/exports/lists/opportunities")]
    public async Task M02_Nothing_leaves_without_a_reason(string path)
    {
        var admin = await _app.SignInAs("admin");
        using var refused = await admin.FillIn(path, ("Reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("请写明导出的原因，导出会被记录", (await Visitor.Read(refused)).QuerySelector(".form-error")!.TextContent);
        Assert.Equal(0, await _app.Database.With<CrmDbContext, int>(db => db.AuditEntries.CountAsync(entry => entry.Act == AuditAct.Exported)));

        using var answer = await admin.FillIn(path, ("Reason", "核对"));
        Assert.NotEmpty(await RowsAsync(answer));
    }

    private static async Task<List<string>> RowsAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var stream = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        using var file = TableFile.Open(stream, "导出.xlsx");
        return file.FirstVisible.Rows().Select(row => string.Join('|', row.Cells.Select(cell => cell.Raw))).ToList();
    }
}
