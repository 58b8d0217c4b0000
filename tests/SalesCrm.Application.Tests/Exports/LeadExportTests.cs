using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Exports;
using SalesCrm.Application.LeadForms;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Application.Tests.Imports;
using SalesCrm.Application.Tests.Leads;
using SalesCrm.Application.Trials;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Exports;

/// <summary>The list of leads as a workbook, and back.</summary>
public sealed class LeadExportTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        var (given, tried) = (await LeadInputs.CreateAsync(_database, World.Rep, authority: 5, company: "放弃公司"), await LeadInputs.CreateAsync(_database, World.Rep, company: "试用公司"));
        await LeadInputs.LogAsync(_database, tried, World.Rep, "有兴趣", new DateOnly(2024, 4, 5), "带报价上门");
        var (reason, source) = (await LeadInputs.ReasonAsync(_database, "没有预算"), await LeadInputs.SourceAsync(_database, "官网"));
        await _database.Read(async db =>
        {
            (await db.Leads.FindAsync(given))!.Disqualify(reason, "明年再看");
            var lead = (await db.Leads.FindAsync(tried))!;
            var form = new LeadForm { Name = "官网咨询", Token = "t", SourceId = source };
            form.Ask("我同意保存", "");
            db.Add(form);
            await db.SaveAsync(World.Admin, CancellationToken.None);
            var post = new FormPost { FormId = form.Id, Key = Guid.NewGuid(), At = db.Now, Company = "试用公司", Person = "顾总", ConsentRevision = 1, ConsentText = "我同意保存" };
            post.BecomeLead(lead);
            var trial = new Trial { LeadId = tried, What = "产线看板", StartOn = new DateOnly(2024, 3, 1), EndOn = new DateOnly(2024, 3, 15) };
            trial.Finish(TrialResult.Declined, "价格高", new DateOnly(2024, 3, 16));
            db.AddRange(post, trial);
            await db.SaveAsync(World.Admin, CancellationToken.None);
            return 0;
        });
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task B02_B03_It_tells_next_step_verdict_reason_form_consent_and_trial()
    {
        var rows = await RowsAsync();

        Assert.Equal(("已淘汰", "没有预算", "明年再看", "决策权限差 2 分"), (rows["放弃公司"]["状态"], rows["放弃公司"]["淘汰原因"], rows["放弃公司"]["淘汰说明"], rows["放弃公司"]["评分结论"]));
        var tried = rows["试用公司"];
        Assert.Equal(("带报价上门", "已达标", "官网咨询", "我同意保存"), (tried["下次跟进计划"], tried["评分结论"], tried["线索表单"], tried["同意条款"]));
        Assert.Equal(("产线看板", "不购买", "价格高"), (tried["试用内容"], tried["试用结果"], tried["试用说明"]));
        Assert.All(new[] { "下次跟进日期", "最后联系", "提交时间", "同意条款版本", "试用开始", "试用结束" }, column => Assert.False(string.IsNullOrEmpty(tried[column]), column));
    }

    [Fact]
    public async Task It_changes_nothing_when_it_is_imported_again_and_brings_the_leads_into_an_empty_house()
    {
        var workbook = await Importing.Workbook([.. await SheetsAsync()]);
        Assert.Equal((0, 0, 2, 0), (await _database.CommitAsync(Importing.Kind("leads"), workbook, "线索.xlsx")).Counts());

        await using var empty = await TestDatabase.CreateAsync();
        Assert.Equal((2, 0, 0, 0), (await empty.CommitAsync(Importing.Kind("leads"), workbook, "线索.xlsx")).Counts());
        var leads = await empty.Read(db => db.Leads.Include(lead => lead.DisqualifyWord).OrderBy(lead => lead.Id).ToListAsync());
        Assert.Equal((LeadStatus.Disqualified, "没有预算", "明年再看"), (leads[0].Status, leads[0].DisqualifyWord!.Name, leads[0].DisqualifyReason));
        Assert.Equal((LeadStatus.Qualified, new DateOnly(2024, 4, 5), "带报价上门", null), (leads[1].Status, leads[1].NextFollowUpOn, leads[1].NextFollowUpText, leads[1].CustomerId));
    }

    private async Task<IReadOnlyList<SheetTable>> SheetsAsync()
    {
        var held = new List<SheetTable>();
        await _database.With<ExportList>(async export =>
        {
            foreach (var sheet in (await export.LeadsAsync(new LeadFilter { Tab = LeadTab.All }, "核对", World.Admin, CancellationToken.None)).Value!.Sheets)
            {
                held.Add(new SheetTable(sheet.Name, sheet.Columns, await sheet.Rows.ToListAsync()) { IsUnseen = sheet.IsUnseen });
            }
        });
        return held;
    }

    private async Task<Dictionary<string, Dictionary<string, string?>>> RowsAsync()
    {
        var sheet = (await SheetsAsync())[0];
        return sheet.Rows.ToBlockingEnumerable().ToDictionary(row => row[0].Words!, row => sheet.Columns.Select((column, at) => (column.Header, Text: row[at].Kind == CellKind.Empty ? null : row[at].Words ?? row[at].Kind.ToString())).DistinctBy(cell => cell.Header).ToDictionary(cell => cell.Header, cell => cell.Text));
    }
}
