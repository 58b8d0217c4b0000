using System.Text;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Exports;
using SalesCrm.Application.Imports;
using SalesCrm.Application.Imports.Downloads;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Application.Visits;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Imports;

/// <summary>A list that somebody downloads, edits offline and uploads again, as a workbook or as text.</summary>
internal sealed class DownloadedList(TestDatabase database)
{
    private string _kind = "";
    private List<SheetTable> _sheets = [];

    /// <summary>The file as text.</summary>
    public string Text { get; set; } = "";

    public Task DownloadAsync(string kind, Actor? actor = null) => database.With<ExportList>(async export =>
    {
        _kind = kind;
        var who = actor ?? World.Admin;
        var file = kind switch
        {
            "customers" => await export.CustomersAsync(new CustomerFilter(), "离线修改", who, CancellationToken.None),
            "leads" => await export.LeadsAsync(new LeadFilter(), "离线修改", who, CancellationToken.None),
            "opportunities" => await export.OpportunitiesAsync(new OpportunityFilter(), "离线修改", who, CancellationToken.None),
            "deals" => await export.DealsAsync(new DealList.Filter(), "离线修改", who, CancellationToken.None),
            _ => await export.VisitsAsync(new VisitFilter(), "离线修改", who, CancellationToken.None),
        };
        await HoldAsync(file.Value!.Sheets);
        using var target = new MemoryStream();
        await CsvFile.WriteAsync(target, file.Value.Text!);
        Text = Encoding.UTF8.GetString(target.ToArray());
    });

    public Task DownloadAsync(Template template) => database.With<ExportTemplate>(async export =>
    {
        _kind = template.Kind;
        await HoldAsync((await export.ExecuteAsync(template, null, "离线修改", World.Admin, CancellationToken.None)).Value!.Sheets);
    });

    public string CellOf(string header) => _sheets[0].Rows.ToBlockingEnumerable().Single()[ColumnOf(header)].Words ?? "";

    /// <summary>Writes a value into the column of every row.</summary>
    public void Set(string header, string value)
    {
        var at = ColumnOf(header);
        Edit(row => [.. row.Take(at), value, .. row.Skip(at + 1)]);
    }

    public void Remove(string header)
    {
        var at = ColumnOf(header);
        _sheets[0] = new(_sheets[0].Name, [.. _sheets[0].Columns.Where((_, column) => column != at)], _sheets[0].Rows.ToBlockingEnumerable().Select(row => (IReadOnlyList<SheetCell>)[.. row.Take(at), .. row.Skip(at + 1)]).ToList());
    }

    /// <summary>The workbook as it was edited, written after a dry run that says the same of each row.</summary>
    public async Task<ImportReport> WriteAsync(ConflictChoice choice = ConflictChoice.Refuse) => await RunAsync(await Importing.Workbook([.. _sheets]), asText: false, choice, World.Admin, isDry: false);

    public async Task<ImportReport> TryAsync() => await RunAsync(await Importing.Workbook([.. _sheets]), asText: false, ConflictChoice.Refuse, World.Admin, isDry: true);

    /// <summary>The file with one value in the place of another; the file that is held stays as it was.</summary>
    public async Task<ImportReport> UploadAsync(bool asText, string old, string mine, ConflictChoice choice = ConflictChoice.Refuse, Actor? actor = null, bool isDry = false)
    {
        var held = _sheets[0];
        if (!asText)
        {
            Edit(row => [.. row.Select(cell => cell.Equals(SheetCell.Of(old)) ? mine : cell)]);
        }

        var content = asText ? Encoding.UTF8.GetBytes(Text.Replace(old, mine, StringComparison.Ordinal)) : await Importing.Workbook([.. _sheets]);
        _sheets[0] = held;
        return await RunAsync(content, asText, choice, actor ?? World.Admin, isDry);
    }

    private async Task HoldAsync(IReadOnlyList<SheetTable> sheets)
    {
        _sheets = [];
        foreach (var sheet in sheets)
        {
            _sheets.Add(new SheetTable(sheet.Name, sheet.Columns, await sheet.Rows.ToListAsync()) { IsUnseen = sheet.IsUnseen });
        }
    }

    private int ColumnOf(string header) => _sheets[0].Columns.ToList().FindIndex(column => column.Header == header);

    private void Edit(Func<IReadOnlyList<SheetCell>, IReadOnlyList<SheetCell>> edit) => _sheets[0] = new(_sheets[0].Name, _sheets[0].Columns, _sheets[0].Rows.ToBlockingEnumerable().Select(edit).ToList());

    private async Task<ImportReport> RunAsync(byte[] content, bool asText, ConflictChoice choice, Actor actor, bool isDry)
    {
        using var stream = new MemoryStream(content);
        using var file = TableFile.Open(stream, asText ? "名单.csv" : "名单.xlsx");
        var order = new ImportOrder(file, null, new MappingProfile { Kind = _kind }, "名单", "", choice);
        var tried = await database.With<RunImport, ImportReport>(run => run.CheckAsync(order, actor, null, CancellationToken.None));
        if (isDry)
        {
            return tried;
        }

        var written = await database.With<RunImport, ImportReport>(run => run.CommitAsync(order, new CommitChoice(false), actor, null, CancellationToken.None));
        Assert.Equal(tried.Counts(), written.Counts());
        return written;
    }
}
