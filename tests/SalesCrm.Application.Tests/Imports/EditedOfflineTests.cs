using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Exports;
using SalesCrm.Application.Imports.Downloads;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Imports;

/// <summary>A list that was downloaded, edited and uploaded again.</summary>
public sealed class EditedOfflineTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private List<SheetTable> _sheets = [];

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("客户名称,城市,需求描述,备注", "甲,南京,旧需求,旧备注", "乙,苏州,,", "丙,无锡,,"));
        await _database.With<ExportList>(async export => _sheets = await HeldAsync((await export.CustomersAsync(new CustomerFilter(), "离线修改", Actor.System, CancellationToken.None)).Value!.Sheets));
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Untouched_it_changes_nothing_although_records_went_on()
    {
        await ChangeAsync("甲,,新需求,");
        Assert.Equal((0, 0, 3, 0), (await UploadAsync(ConflictChoice.Refuse)).Counts());
        Assert.Equal("新需求", await NeedAsync("甲"));
    }

    [Fact]
    public async Task Shows_each_changed_cell_before_and_after()
    {
        Edit("甲", "需求描述", "我的需求");
        var change = Assert.Single((await UploadAsync(ConflictChoice.Refuse, isDry: true)).Rows.Single(row => row.Outcome == RowOutcome.Updated).Changes);
        Assert.Equal(("需求描述", "旧需求", "我的需求"), (change.LabelText.ToString(), change.Before, change.Now));
    }

    [Theory]
    [InlineData(ConflictChoice.Refuse, "别人的需求", 1)]
    [InlineData(ConflictChoice.Mine, "我的需求", 0)]
    [InlineData(ConflictChoice.Theirs, "别人的需求", 0)]
    public async Task A_record_that_was_changed_meanwhile_is_decided_by_a_person(ConflictChoice choice, string need, int refused)
    {
        await ChangeAsync("甲,镇江,别人的需求,");
        Edit("甲", "需求描述", "我的需求");
        Edit("乙", "城市", "常州");

        var tried = await UploadAsync(choice, isDry: true);
        var written = await UploadAsync(choice);

        Assert.Equal((tried.Counts(), refused), (written.Counts(), written.Refused));
        Assert.Equal((need, "镇江"), (await NeedAsync("甲"), await _database.Read(db => db.Customers.Where(c => c.Name == "甲").Select(c => c.City).SingleAsync())));
        Assert.Equal("常州", await _database.Read(db => db.Customers.Where(c => c.Name == "乙").Select(c => c.City).SingleAsync()));
        if (refused > 0)
        {
            Assert.Equal("下载后这一格已被改动（需求描述）：下载时“旧需求”，您改成“我的需求”，现在是“别人的需求”", tried.Reason());
            Assert.Equal(tried.Reason(), written.Reason());
            Assert.True(written.HasConflicts);
        }
    }

    [Fact]
    public async Task The_same_edited_file_twice_changes_nothing_the_second_time()
    {
        Edit("甲", "需求描述", "我的需求");
        Assert.Equal((0, 1, 2, 0), (await UploadAsync(ConflictChoice.Refuse)).Counts());
        Assert.Equal((0, 0, 3, 0), (await UploadAsync(ConflictChoice.Refuse)).Counts());
    }

    [Fact]
    public async Task As_text_it_carries_its_versions_too_even_after_a_spreadsheet_wrote_dates_and_numbers_its_own_way()
    {
        await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("客户名称,预算,下次跟进计划", "乙,120000,2024-03-15"));
        var text = await TextAsync();
        await ChangeAsync("甲,镇江,别人的需求,");
        await ChangeAsync("乙,扬州,,");
        var edited = text.Replace("120000.00", "120000", StringComparison.Ordinal).Replace("2024-03-15", "2024/3/15", StringComparison.Ordinal);

        Assert.Equal((0, 0, 3, 0), (await UploadTextAsync(edited)).Counts());

        var tried = await UploadTextAsync(edited.Replace("旧需求", "我的需求", StringComparison.Ordinal));
        Assert.Equal("下载后这一格已被改动（需求描述）：下载时“旧需求”，您改成“我的需求”，现在是“别人的需求”", tried.Reason());
    }

    [Fact]
    public async Task Versions_that_were_not_made_here_neither_stop_an_import_nor_fill_the_memory()
    {
        var versions = $"{await _database.Read(db => db.Customers.Where(c => c.Name == "甲").Select(c => c.Id).SingleAsync())}.{Guid.NewGuid():N}";
        var empty = new RowStamp(versions, new Dictionary<string, string>()).ToString();
        Assert.Equal((0, 1, 0, 0), (await StampedAsync(["甲"], versions + "~" + Packed("{\"客户名称\":null}"))).Counts());
        Assert.Equal((0, 1, 0, 0), (await StampedAsync(["甲"], empty)).Counts());

        var large = Packed($"{{\"客户名称\":\"{new string('a', 200_000)}\"}}");
        var refused = await Assert.ThrowsAsync<TableRefusedException>(() => StampedAsync([.. Enumerable.Range(1, 300).Select(number => $"公司{number}")], versions + "~" + large));
        Assert.Equal("“记录版本”一列不像从这里下载的，请删除这一列后再上传", refused.Reason.ToString());

        Task<ImportReport> StampedAsync(IEnumerable<string> names, string stamp)
            => _database.CheckAsync(Importing.Kind("customers"), Importing.Csv([$"客户名称,城市,{RowVersions.Column}", .. names.Select(name => $"{name},镇江,{stamp}")]));

        static string Packed(string json)
        {
            using var packed = new MemoryStream();
            using (var squeezed = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            {
                squeezed.Write(Encoding.UTF8.GetBytes(json));
            }

            return Convert.ToBase64String(packed.ToArray());
        }
    }

    [Theory]
    [InlineData("别人的需求", "我的需求", "新备注", 0)]
    [InlineData("又变了", "别人的需求", "别人的备注", 1)]
    public async Task Each_cell_is_decided_by_itself_while_it_stands_as_it_was_shown(string shown, string need, string remark, int refused)
    {
        await ChangeAsync("甲,,别人的需求,别人的备注");
        Edit("甲", "需求描述", "我的需求");
        Edit("甲", "备注", "新备注");
        var tried = await UploadAsync(ConflictChoice.Refuse, isDry: true);
        Assert.Equal(["别人的需求", "别人的备注"], Assert.Single(tried.Rows, row => row.IsConflict).Problems.Select(problem => problem.Clash!.Now));

        var row = tried.Rows.Single(row => row.IsConflict).Row;
        var written = await UploadAsync(ConflictChoice.Refuse, decisions: [new(row, "Need", ConflictChoice.Mine, shown), new(row, "Remark", ConflictChoice.Mine, "别人的备注")]);

        Assert.Equal(refused, written.Refused);
        Assert.Equal((need, remark), await _database.Read(db => db.Customers.Where(c => c.Name == "甲").Select(c => new ValueTuple<string?, string?>(c.Need, c.Remark)).SingleAsync()));
    }

    [Fact]
    public async Task What_stands_here_stays_where_it_was_chosen_for_one_cell()
    {
        await ChangeAsync("甲,,别人的需求,别人的备注");
        Edit("甲", "需求描述", "我的需求");
        Edit("甲", "备注", "新备注");
        var row = (await UploadAsync(ConflictChoice.Refuse, isDry: true)).Rows.Single(row => row.IsConflict).Row;

        await UploadAsync(ConflictChoice.Refuse, decisions: [new(row, "Need", ConflictChoice.Theirs, "别人的需求"), new(row, "Remark", ConflictChoice.Mine, "别人的备注")]);

        Assert.Equal(("别人的需求", "新备注"), await _database.Read(db => db.Customers.Where(c => c.Name == "甲").Select(c => new ValueTuple<string?, string?>(c.Need, c.Remark)).SingleAsync()));
    }

    private async Task<string> TextAsync() => await _database.With<ExportList, string>(async export =>
    {
        using var target = new MemoryStream();
        await CsvFile.WriteAsync(target, (await export.CustomersAsync(new CustomerFilter(), "离线修改", Actor.System, CancellationToken.None)).Value!.Text!);
        return Encoding.UTF8.GetString(target.ToArray());
    });

    private Task<ImportReport> UploadTextAsync(string text) => _database.CheckAsync(new MappingProfile { Kind = "customers" }, Encoding.UTF8.GetBytes(text), "客户.csv");

    private Task ChangeAsync(string row) => _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("客户名称,城市,需求描述,备注", row));

    private Task<string?> NeedAsync(string name) => _database.Read(db => db.Customers.Where(c => c.Name == name).Select(c => c.Need).SingleAsync());

    private void Edit(string customer, string column, string value)
    {
        var (name, at) = (IndexOf("客户名称"), IndexOf(column));
        var rows = _sheets[0].Rows.ToBlockingEnumerable().Select(row => row[name].Equals(SheetCell.Of(customer)) ? (IReadOnlyList<SheetCell>)[.. row.Take(at), value, .. row.Skip(at + 1)] : row).ToList();
        _sheets[0] = new SheetTable(_sheets[0].Name, _sheets[0].Columns, rows);
    }

    private int IndexOf(string column) => _sheets[0].Columns.ToList().FindIndex(each => each.Header == column);

    private async Task<ImportReport> UploadAsync(ConflictChoice choice, bool isDry = false, IReadOnlyList<ConflictDecision>? decisions = null)
    {
        using var stream = new MemoryStream(await Importing.Workbook([.. _sheets]));
        using var file = TableFile.Open(stream, "客户.xlsx");
        var order = new ImportOrder(file, null, new MappingProfile { Kind = "customers" }, "客户.xlsx", "", choice) { Decisions = decisions ?? [] };
        return await _database.With<RunImport, ImportReport>(run => isDry ? run.CheckAsync(order, Actor.System, null, CancellationToken.None) : run.CommitAsync(order, new CommitChoice(false), Actor.System, null, CancellationToken.None));
    }

    private static async Task<List<SheetTable>> HeldAsync(IReadOnlyList<SheetTable> sheets)
    {
        var held = new List<SheetTable>();
        foreach (var sheet in sheets)
        {
            held.Add(new SheetTable(sheet.Name, sheet.Columns, await sheet.Rows.ToListAsync()) { IsUnseen = sheet.IsUnseen });
        }

        return held;
    }
}
