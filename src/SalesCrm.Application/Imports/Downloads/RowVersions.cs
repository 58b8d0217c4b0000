using System.Globalization;
using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Application.Imports.Downloads;

/// <summary>
/// What an export carries so that the file may be edited and come back: a sheet that nobody sees with each row's record, version and cells as
/// they left. The visible sheets keep exactly their columns.
/// </summary>
internal static class RowVersions
{
    public const string Sheet = "记录版本";

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
