using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Exports;
using SalesCrm.Application.Imports;
using SalesCrm.Application.Settings;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Application.Tests.Imports;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Exports;

public sealed class ExportTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task M02_A_rep_takes_out_only_what_he_sees_masked_where_he_must_not_know()
    {
        await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("客户名称,跟进人,联系人,电话", "我的公司,林晓雯,张三,13800005678", "他的公司,陈思远,李四,13900001111", "共事的公司,陈思远,王五,13700002222"));
        await _database.CommitAsync(Importing.Kind("opportunities"), Importing.Csv("机会编号,客户名称,负责人", "A1,共事的公司,林晓雯"));

        var rows = TemplateRoundTripTests.Tables(await TemplateRoundTripTests.ExportAsync(_database, Templates.Customers, World.Rep)).Single().Value;

        Assert.Equal(3, rows.Count);
        Assert.Contains(rows, row => row.Contains("13800005678", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("王五//137****2222/", StringComparison.Ordinal));
        Assert.DoesNotContain(rows, row => row.Contains("他的公司", StringComparison.Ordinal));
        var entry = await _database.Read(db => db.AuditEntries.SingleAsync(e => e.Act == AuditAct.Exported));
        Assert.Equal((World.Rep.UserId, """{"What":"客户信息管理表","Rows":2,"Reason":"季度汇报","Filter":null}"""), (entry.UserId, entry.Changes));
    }

    [Fact]
    public async Task M02_Each_workbook_says_whose_copy_it_is()
    {
        await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("客户名称,跟进人", "甲,林晓雯"));
        using var file = new MemoryStream();
        await _database.With<ExportList>(async u => await XlsxFile.WriteAsync(file, (await u.CustomersAsync(new CustomerFilter(), "汇报", World.Rep, CancellationToken.None)).Value!.Sheets));
        using var zip = new System.IO.Compression.ZipArchive(file);

        Assert.Contains("<oddHeader>&amp;LSalesCrm · 林晓雯 · 2024-04-01 09:00</oddHeader>", Part("xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
        Assert.Contains("林晓雯 · 2024-04-01 09:00", Part("docProps/core.xml"), StringComparison.Ordinal);
        Assert.All((await ExportAsync(World.Rep, "汇报")).Value!.Sheets.Where(sheet => !sheet.IsUnseen), sheet => Assert.Equal("SalesCrm · 林晓雯 · 2024-04-01 09:00", sheet.Mark));

        string Part(string name)
        {
            using var reader = new StreamReader(zip.GetEntry(name)!.Open());
            return reader.ReadToEnd();
        }
    }

    [Fact]
    public async Task Needs_a_reason_and_holds_a_rep_to_the_cap()
    {
        await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("客户名称,跟进人", "甲,林晓雯", "乙,林晓雯"));
        await _database.Read(async db =>
        {
            db.Settings.Add(new Setting { Name = ExportRules.CapSetting, Value = "1" });
            await db.SaveAsync(Actor.System, CancellationToken.None);
            return 0;
        });

        Assert.Equal("请写明导出的原因，导出会被记录", (await ExportAsync(World.Rep, " ")).Problems.Single().Message.ToString());
        Assert.Equal("一次最多导出 1 行，现在是 2 行，请缩小范围或请经理导出", (await ExportAsync(World.Rep, "汇报")).Problems.Single().Message.ToString());
        Assert.Equal(OutcomeKind.Forbidden, (await ExportAsync(World.Lawyer, "汇报")).Kind);
        Assert.Equal(2, (await ExportAsync(World.Manager, "汇报")).Value!.Rows);
        Assert.Equal(1, await _database.Read(db => db.AuditEntries.CountAsync(entry => entry.Act == AuditAct.Exported)));
    }

    [Theory]
    [InlineData("=cmd|'/c calc'!A0")]
    [InlineData("+1+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("＝1")]
    public async Task I3_Text_that_looks_like_a_formula_goes_out_as_text_and_comes_back(string name)
    {
        await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("客户名称,备注", $"\"{name}公司\",{name}"));

        var exported = await TemplateRoundTripTests.ExportAsync(_database);

        Assert.Contains(TemplateRoundTripTests.Tables(exported)["客户信息管理表"], row => row.Contains($"Text:{name}公司", StringComparison.Ordinal));
        Assert.All((await TemplateRoundTripTests.ImportAsync(_database, exported)).Select(sheet => sheet.Report), report => Assert.Equal(report.Total, report.Unchanged));
    }

    [Fact]
    public async Task A_list_exports_what_its_filter_shows_and_says_who_took_it()
    {
        await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("客户名称,需求阶段", "甲,方案对比", "乙,需求确认"));

        var export = await _database.With<ExportList, List<string>>(async list =>
        {
            var outcome = await list.CustomersAsync(new CustomerFilter { NeedStage = NeedStage.Comparing }, "给总部", World.Admin, CancellationToken.None);
            using var stream = new MemoryStream();
            await XlsxFile.WriteAsync(stream, outcome.Value!.Sheets);
            return [.. TemplateRoundTripTests.Tables(stream.ToArray()).SelectMany(table => table.Value)];
        });

        Assert.Contains(export, row => row.Contains("Text:甲", StringComparison.Ordinal));
        Assert.DoesNotContain(export, row => row.Contains("Text:乙", StringComparison.Ordinal));
        Assert.Contains(export, row => row.Contains("Text:导出人 | Text:管理员", StringComparison.Ordinal));
    }

    private Task<Outcome<Export>> ExportAsync(Actor actor, string reason)
        => _database.With<ExportTemplate, Outcome<Export>>(export => export.ExecuteAsync(Templates.Customers, null, reason, actor, CancellationToken.None));
}
