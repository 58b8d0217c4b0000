using SalesCrm.Application.Deals;
using SalesCrm.Application.Imports.Mapping;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Exports;
using SalesCrm.Application.Imports;
using SalesCrm.Application.Imports.Downloads;
using SalesCrm.Application.Imports.Uploads;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Imports;

/// <summary>A file on its way through the browser: upload, mapping, dry run, commit.</summary>
public sealed class UploadTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Goes_from_upload_to_result_and_remembers_the_mapping()
    {
        var content = Importing.Csv("主体,联系电话,年限", "甲公司,13800138000,3", ",13900001111,5");
        var handle = await UploadAsync(content);
        var view = await ViewAsync(handle, "customers");
        Assert.Equal(["", "ContactPhone", ""], view!.Columns.Where(column => column.Name.Length > 0).Select(column => column.Field));

        Assert.True((await MapAsync(handle, ["Name", "ContactPhone", ""])).IsDone);
        await WorkAsync(new ImportJob(handle, World.Manager, false, false));
        Assert.Equal((ImportState.Checked, 1, 1), await StateAsync(handle));
        Assert.Equal(0, await _database.Read(db => db.Customers.CountAsync()));

        Assert.True((await CommitAsync(handle, World.Manager)).IsDone);
        await WorkAsync(new ImportJob(handle, World.Manager, true, false));
        Assert.Equal((ImportState.Committed, 1, 1), await StateAsync(handle));
        Assert.Equal(1, await _database.Read(db => db.Customers.CountAsync()));
        Assert.NotNull(await _database.With<RefusedRows, RefusedRows.Result?>(rows => rows.ReadAsync(handle, World.Manager, CancellationToken.None)));

        var again = await ViewAsync(await UploadAsync(content), "customers");
        Assert.Equal(["Name", "ContactPhone", ""], again!.Columns.Where(column => column.Name.Length > 0).Select(column => column.Field));
        Assert.True(again.IsRemembered);
        Assert.Equal("王芳", again.Twin!.By);
    }

    [Fact]
    public async Task The_system_of_ones_last_file_is_proposed_where_ids_stand_under_the_same_headings()
    {
        var first = await UploadAsync(Importing.Csv("Record ID,Company name", "1001,甲公司"));
        Assert.Equal("", (await ViewAsync(first, "customers"))!.System);
        Assert.True((await MapAsync(first, ["ExternalId", "Name"], "HubSpot")).IsDone);

        var more = (await ViewAsync(await UploadAsync(Importing.Csv("Record ID,Full name,Associated company ID", "1,张三,1001")), "contacts"))!;
        Assert.Equal(("HubSpot", true), (more.System, more.IsSystemRemembered));
        Assert.Equal("", (await ViewAsync(await UploadAsync(Importing.Csv("客户名称,城市", "甲公司,南京")), "customers"))!.System);
        Assert.Equal("", (await ViewAsync(await UploadAsync(Importing.Csv("Account ID,客户名称", "7001,甲公司")), "customers"))!.System);
        var others = (await _database.With<UploadImport, Outcome<Guid>>(upload => upload.ExecuteAsync(Importing.Csv("Record ID,Full name", "1,张三"), "联系人.csv", null, null, World.Boss, CancellationToken.None))).Value;
        Assert.Equal("", (await _database.With<ImportMapping, ImportMapping.View?>(mapping => mapping.ReadAsync(others, "contacts", null, World.Boss, CancellationToken.None)))!.System);
    }

    [Fact]
    public async Task F4_Another_persons_handle_is_not_there()
    {
        var handle = await UploadAsync(Importing.Csv("客户名称", "甲公司"));

        Assert.Null(await _database.With<ImportMapping, ImportMapping.View?>(mapping => mapping.ReadAsync(handle, null, null, World.Admin, CancellationToken.None)));
        Assert.Null(await _database.With<ImportDetails, ImportDetails.Card?>(details => details.ReadAsync(handle, World.Rep, CancellationToken.None)));
        Assert.Equal(OutcomeKind.NotFound, (await CommitAsync(handle, World.Boss)).Kind);
    }

    [Fact]
    public async Task A_commit_cannot_come_before_the_dry_run()
    {
        var handle = await UploadAsync(Importing.Csv("客户名称", "甲公司"));
        Assert.Equal(OutcomeKind.Conflict, (await CommitAsync(handle, World.Manager)).Kind);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancelled_it_writes_nothing_and_can_begin_again(bool inCommit)
    {
        var handle = await UploadAsync(Importing.Csv("客户名称", "甲公司"));
        Assert.True((await MapAsync(handle, ["Name"])).IsDone);
        if (inCommit)
        {
            await WorkAsync(new ImportJob(handle, World.Manager, false, false));
            Assert.True((await CommitAsync(handle, World.Manager)).IsDone);
        }

        Assert.Equal(OutcomeKind.NotFound, (await _database.With<CancelImport, Outcome>(cancel => cancel.ExecuteAsync(handle, World.Rep, CancellationToken.None))).Kind);
        Assert.True((await _database.With<CancelImport, Outcome>(cancel => cancel.ExecuteAsync(handle, World.Manager, CancellationToken.None))).IsDone);
        await WorkAsync(new ImportJob(handle, World.Manager, inCommit, false));

        var card = await _database.With<ImportDetails, ImportDetails.Card?>(details => details.ReadAsync(handle, World.Manager, CancellationToken.None));
        Assert.Equal((ImportState.Cancelled, "已取消，没有写入任何数据"), (card!.State, card.Problem.ToString()));
        Assert.Equal(0, await _database.Read(db => db.Customers.CountAsync()));
        Assert.True((await MapAsync(handle, ["Name"])).IsDone);
        await WorkAsync(new ImportJob(handle, World.Manager, false, false));
        Assert.Equal((ImportState.Checked, 1, 0), await StateAsync(handle));
    }

    [Fact]
    public async Task What_was_decided_about_a_conflict_is_remembered_and_written()
    {
        await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("客户名称,需求描述", "甲公司,旧"), actor: World.Manager);
        var text = await _database.With<ExportList, string>(async export =>
        {
            using var target = new MemoryStream();
            await CsvFile.WriteAsync(target, (await export.CustomersAsync(new CustomerFilter(), "离线修改", World.Manager, CancellationToken.None)).Value!.Text!);
            return Encoding.UTF8.GetString(target.ToArray());
        });
        await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("客户名称,需求描述", "甲公司,别人的"), actor: World.Manager);
        var handle = await UploadAsync(Encoding.UTF8.GetBytes(text.Replace(",旧,", ",我的,", StringComparison.Ordinal)));
        var fields = (await ViewAsync(handle, "customers"))!.Columns.Select(column => column.Field).ToArray();
        Assert.True((await MapAsync(handle, fields)).IsDone);
        await WorkAsync(new ImportJob(handle, World.Manager, false, false));

        Assert.Equal(OutcomeKind.NotFound, (await DecideAsync(handle, World.Rep)).Kind);
        Assert.True((await DecideAsync(handle, World.Manager)).IsDone);
        Assert.True((await MapAsync(handle, fields)).IsDone);
        await WorkAsync(new ImportJob(handle, World.Manager, false, false));
        var report = (await CardAsync(handle)).Report!;
        Assert.Equal((1, 0, 1), (report.Decided, report.Open, report.Writes));
        Assert.Null(await _database.With<RefusedRows, RefusedRows.Result?>(rows => rows.ReadAsync(handle, World.Manager, CancellationToken.None)));

        await CommitAsync(handle, World.Manager);
        await WorkAsync(new ImportJob(handle, World.Manager, true, false));
        Assert.Equal("我的", await _database.Read(db => db.Customers.Select(row => row.Need).SingleAsync()));
    }

    [Fact]
    public async Task The_sheet_that_says_who_exported_is_not_offered_as_the_next()
    {
        var book = await Importing.Workbook(new SheetTable("客户", ["客户名称"], [["甲公司"]]), new SheetTable("导出说明", ["项目", "内容"], [["导出人", "王芳"]]), new SheetTable("别的客户", ["客户名称"], [["乙公司"]]));
        using var stream = new MemoryStream(book);
        using var file = TableFile.Open(stream, "客户.xlsx");

        Assert.Equal(["客户", "别的客户"], NextSheet.SheetsOf(file));
    }

    [Fact]
    public async Task What_a_crash_cut_off_says_so_at_the_next_start()
    {
        var handle = await UploadAsync(Importing.Csv("客户名称", "甲公司"));
        await MapAsync(handle, ["Name"]);

        await _database.With<InterruptedImports>(interrupted => interrupted.CloseAsync(CancellationToken.None));

        var card = await _database.With<ImportDetails, ImportDetails.Card?>(details => details.ReadAsync(handle, World.Manager, CancellationToken.None));
        Assert.Equal((ImportState.Failed, "程序中途停止，没有写入任何数据，可以重新试运行"), (card!.State, card.Problem.ToString()));
        Assert.True((await MapAsync(handle, ["Name"])).IsDone);
    }

    [Fact]
    public async Task What_one_may_download_and_not_import_is_refused_by_name_and_taken_for_nothing_else()
    {
        await _database.HasCustomerAsync("甲公司", World.Rep);
        await _database.CommitAsync(Importing.Kind("deals"), Importing.Csv("成交编号,客户名称,成交日期,成交金额(元)", "D1,甲公司,2024-02-01,150000"), actor: World.Admin);
        var book = await _database.With<ExportList, byte[]>(async export => await Importing.Workbook([.. (await export.DealsAsync(new DealList.Filter(), "离线修改", World.Rep, CancellationToken.None)).Value!.Sheets]));
        var text = await _database.With<ExportList, byte[]>(async export =>
        {
            using var target = new MemoryStream();
            await CsvFile.WriteAsync(target, (await export.DealsAsync(new DealList.Filter(), "离线修改", World.Rep, CancellationToken.None)).Value!.Text!);
            return target.ToArray();
        });
        var periods = await Importing.Workbook(new SheetTable(Templates.Periods.Name, [.. Templates.Periods.Columns.Select(column => new SheetColumn(column.Header))], [["2024Q1"]]));

        foreach (var (content, name, refusal) in new[] { (book, "我的.xlsx", "您不能导入“成交”"), (text, "我的.csv", "您不能导入“成交”"), (periods, "四.xlsx", "您不能导入“销售数据分析”") })
        {
            var refused = await _database.With<UploadImport, Outcome<Guid>>(upload => upload.ExecuteAsync(content, name, null, null, World.Rep, CancellationToken.None));
            Assert.Equal(("Upload", refusal), (refused.Problems.Single().Property, refused.Problems.Single().Message.ToString()));
        }

        Assert.True((await _database.With<UploadImport, Outcome<Guid>>(upload => upload.ExecuteAsync(book, "我的.xlsx", null, null, World.Manager, CancellationToken.None))).IsDone);
        Assert.Equal("Kind", (await _database.With<UploadImport, Outcome<Guid>>(upload => upload.ExecuteAsync(book, "我的.xlsx", "deals", null, World.Rep, CancellationToken.None))).Problems.Single().Property);
        var own = (await _database.With<UploadImport, Outcome<Guid>>(upload => upload.ExecuteAsync(Importing.Csv("公司,联系人", "甲公司,张三"), "线索.csv", "leads", null, World.Rep, CancellationToken.None))).Value;
        var asked = await Assert.ThrowsAsync<MappingRefusedException>(() => _database.With<ImportMapping, ImportMapping.View?>(mapping => mapping.ReadAsync(own, "deals", null, World.Rep, CancellationToken.None)));
        Assert.Equal("您不能导入“成交”", asked.Reason.ToString());
    }

    private Task<Outcome> DecideAsync(Guid handle, Actor actor) => _database.With<DecideConflicts, Outcome>(
        decide => decide.ExecuteAsync(handle, new DecideConflicts.Input(new Dictionary<string, ConflictChoice> { [DecideConflicts.NameOf(2, "Need")] = ConflictChoice.Mine }, null, null), actor, CancellationToken.None));

    private async Task<ImportDetails.Card> CardAsync(Guid handle)
        => (await _database.With<ImportDetails, ImportDetails.Card?>(details => details.ReadAsync(handle, World.Manager, CancellationToken.None)))!;

    private async Task<Guid> UploadAsync(byte[] content)
        => (await _database.With<UploadImport, Outcome<Guid>>(upload => upload.ExecuteAsync(content, "客户名单（最终）.csv", null, null, World.Manager, CancellationToken.None))).Value;

    private Task<ImportMapping.View?> ViewAsync(Guid handle, string kind)
        => _database.With<ImportMapping, ImportMapping.View?>(mapping => mapping.ReadAsync(handle, kind, null, World.Manager, CancellationToken.None));

    private Task<Outcome> MapAsync(Guid handle, string[] fields, string? system = null) => _database.With<MapImport, Outcome>(
        map => map.ExecuteAsync(handle, new MapImport.Input { Kind = "customers", Sheet = "客户名单（最终）", Fields = [.. fields], System = system }, World.Manager, CancellationToken.None));

    private Task<Outcome> CommitAsync(Guid handle, Actor actor)
        => _database.With<CommitImport, Outcome>(commit => commit.ExecuteAsync(handle, false, ConflictChoice.Refuse, actor, CancellationToken.None));

    private Task WorkAsync(ImportJob job) => _database.With<CarryOutImport>(work => work.ExecuteAsync(job, CancellationToken.None));

    private async Task<(ImportState, int, int)> StateAsync(Guid handle)
    {
        var card = await _database.With<ImportDetails, ImportDetails.Card?>(details => details.ReadAsync(handle, World.Manager, CancellationToken.None));
        return (card!.State, card.Report!.Created, card.Report.Refused);
    }
}
