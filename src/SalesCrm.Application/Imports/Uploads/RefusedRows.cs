using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Imports.Downloads;
using SalesCrm.Application.Imports.Kinds;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Application.Imports.Uploads;

/// <summary>The workbook with the rows that were refused: as they came, the wrong cells marked, and a last column that says why. Mended, it imports as it is.</summary>
public sealed class RefusedRows(CrmDbContext db)
{
    public const string ErrorHeader = "错误说明";

    public sealed record Result(string FileName, IReadOnlyList<SheetTable> Sheets);

    public async Task<Result?> ReadAsync(Guid handle, Actor actor, CancellationToken cancellationToken)
    {
        var import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(row => row.Handle == handle && row.CreatedById == actor.UserId, cancellationToken);
        if (import is not { Content: { } content, Kind: { } kind } || StoredReport.Read(import.Report) is not { Open: > 0 } report)
        {
            return null;
        }

        return new Result($"{Path.GetFileNameWithoutExtension(import.FileName)}-{Translations.Current.Say("错误行")}.xlsx", SheetsOf(content, import.FileName, import.Sheet, kind, report));
    }

    /// <summary>With the versions that the file carried, so that what is mended still meets its record as it was downloaded.</summary>
    internal static IReadOnlyList<SheetTable> SheetsOf(byte[] content, string fileName, string? sheetName, string kind, ImportReport report)
    {
        var table = TableOf(content, fileName, sheetName, kind, report);
        using var stream = new MemoryStream(content);
        using var file = TableFile.Open(stream, fileName);
        return RowVersions.Of(file, table.Name) is { } versions ? [table, versions] : [table];
    }

    internal static SheetTable TableOf(byte[] content, string fileName, string? sheetName, string kind, ImportReport report)
    {
        using var stream = new MemoryStream(content);
        using var file = TableFile.Open(stream, fileName);
        var found = ImportSheet.Of(file, sheetName, ImportKinds.Create(kind).Fields);
        var refused = report.Rows.Where(row => row.Outcome == RowOutcome.Refused && !row.IsDecided).ToDictionary(row => row.Row);
        var rows = found.Sheet.RowsBelow(found.Header).Where(row => refused.ContainsKey(row.Number))
            .Select(row => (IReadOnlyList<SheetCell>)Cells(found.Header, row, refused[row.Number]).ToList()).ToList();
        var columns = found.Header.Columns.Where(column => column.Name != ErrorHeader).Select(column => new SheetColumn(column.Name)).Append(new SheetColumn(ErrorHeader, 60, Wraps: true)).ToList();
        return new SheetTable(found.Sheet.Name, columns, rows);
    }

    private static IEnumerable<SheetCell> Cells(TableHeader header, TableRow row, ReportRow report)
    {
        var wrong = report.Problems.Select(problem => problem.Column).OfType<int>().ToHashSet();
        foreach (var column in header.Columns.Where(column => column.Name != ErrorHeader))
        {
            yield return wrong.Contains(column.Column) ? SheetCell.Marked(row[column.Column].Raw) : SheetCell.Of(row[column.Column]);
        }

        yield return string.Join('\n', report.Problems.Select(problem => Say(problem)));
    }

    private static string Say(ReportProblem problem)
        => Translations.Chinese.Say(problem.LabelText.Format.Length == 0 ? problem.ReasonText : new Text("{0}：{1}", problem.LabelText, problem.ReasonText));
}
