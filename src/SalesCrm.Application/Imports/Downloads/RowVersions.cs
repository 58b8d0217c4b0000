using System.Globalization;
using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Application.Imports.Downloads;

/// <summary>
/// What an export carries so that the file may be edited and come back: each row's record, version and cells as they left. A workbook has them on a
/// sheet that nobody sees, so that the visible sheets keep exactly their columns; a text file in a last column.
/// </summary>
internal static class RowVersions
{
    public const string Sheet = "记录版本";

    /// <summary>The sheet of an export that says who took the list out, when and why; it holds no records.</summary>
    public const string NoteSheet = "导出说明";

    /// <summary>The column of a text file.</summary>
    public const string Column = "记录版本（请勿改动）";

    /// <summary>In the place of a version: the row names the columns of its sheet.</summary>
    public const string Header = "*";

    /// <summary>Larger files are lists to read, not to edit; they carry no versions, so that exports need no memory for them.</summary>
    public const int MostRows = 20_000;

    /// <summary>The record and version of a row, as a cell behind its last column.</summary>
    public static SheetCell Cell(long id, Guid version) => string.Create(CultureInfo.InvariantCulture, $"{id}.{version:N}");

    /// <summary>Takes the cells with versions off the sheets and puts them on one of their own.</summary>
    public static IReadOnlyList<SheetTable> With(IReadOnlyList<SheetTable> sheets)
    {
        var kept = new List<IReadOnlyList<SheetCell>>();
        var columns = Enumerable.Range(1, sheets.Max(sheet => sheet.Columns.Count) + 2).Select(number => new SheetColumn(number.ToString(CultureInfo.InvariantCulture))).ToList();
        return [.. sheets.Select(sheet => sheet with { Rows = Parted(sheet, kept) }), new SheetTable(Sheet, columns, Late(kept)) { IsUnseen = true }];
    }

    /// <summary>The sheet of versions that a workbook carries for one of its sheets; null where it has none.</summary>
    public static SheetTable? Of(TableFile file, string name)
    {
        if (file.Sheets.FirstOrDefault(sheet => sheet is { Visible: false, Name: Sheet }) is not { } hidden)
        {
            return null;
        }

        var rows = hidden.Rows().Where(row => row[0].Raw == name).ToList();
        var width = rows.Count == 0 ? 0 : rows.Max(row => row.Cells[^1].Column + 1);
        return new SheetTable(
            Sheet,
            [.. Enumerable.Range(1, width).Select(number => new SheetColumn(number.ToString(CultureInfo.InvariantCulture)))],
            rows.Select(row => (IReadOnlyList<SheetCell>)[.. Enumerable.Range(0, width).Select(column => SheetCell.Of(row[column]))]))
        {
            IsUnseen = true,
        };
    }

    /// <summary>The same for a text file of so many rows.</summary>
    public static SheetTable InColumn(SheetTable table, int rows) => rows > MostRows
        ? table with { Rows = table.Rows.Select(row => (IReadOnlyList<SheetCell>)[.. row.Take(table.Columns.Count)]) }
        : table with { Columns = [.. table.Columns, new SheetColumn(Column)], Rows = table.Rows.Select(row => Stamped(table.Columns, row)) };

    private static IReadOnlyList<SheetCell> Stamped(IReadOnlyList<SheetColumn> columns, IReadOnlyList<SheetCell> row)
        => row.Count == columns.Count ? [.. row, default]
            : [.. row.Take(columns.Count), new RowStamp(row[^1].Words!, columns.Zip(row).ToDictionary(pair => pair.First.Header, pair => CsvFile.Written(pair.Second))).ToString()];

    private static async IAsyncEnumerable<IReadOnlyList<SheetCell>> Parted(SheetTable sheet, List<IReadOnlyList<SheetCell>> kept)
    {
        kept.Add([sheet.Name, Header, .. sheet.Columns.Select(column => SheetCell.Of(column.Header))]);
        await foreach (var row in sheet.Rows)
        {
            if (row.Count == sheet.Columns.Count)
            {
                yield return row;
                continue;
            }

            var cells = row.Take(sheet.Columns.Count).ToList();
            if (kept.Count < MostRows)
            {
                kept.Add([sheet.Name, row[^1], .. cells]);
            }

            yield return cells;
        }
    }

    /// <summary>Read when its turn comes, after the sheets before it have been written.</summary>
    private static IEnumerable<IReadOnlyList<SheetCell>> Late(List<IReadOnlyList<SheetCell>> kept)
    {
        foreach (var row in kept.Count < MostRows ? kept : [])
        {
            yield return row;
        }
    }
}
