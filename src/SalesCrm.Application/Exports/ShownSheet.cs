using SalesCrm.Application.Columns;
using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Application.Exports;

/// <summary>A sheet cut down to what the person's list shows, in that order.</summary>
internal static class ShownSheet
{
    /// <param name="columns">All columns of the sheet.</param>
    /// <param name="rows">Its rows; cells behind the last column stay behind it.</param>
    /// <param name="shown">What the list shows; null for everything.</param>
    /// <param name="headers">Under which headers the sheet holds a column of the list.</param>
    public static (IReadOnlyList<SheetColumn> Columns, IAsyncEnumerable<IReadOnlyList<SheetCell>> Rows) Of(
        IReadOnlyList<SheetColumn> columns, IAsyncEnumerable<IReadOnlyList<SheetCell>> rows, IReadOnlyList<ListColumn>? shown, IReadOnlyDictionary<string, string[]> headers)
    {
        if (shown is null)
        {
            return (columns, rows);
        }

        int[] places = [.. shown.SelectMany(column => column.Own is { } field ? new[] { field.Name } : headers.GetValueOrDefault(column.Code) ?? [])
            .Select(header => columns.Index().FirstOrDefault(column => column.Item.Header == header, (-1, default!)).Index).Where(place => place >= 0).Distinct()];
        return ([.. places.Select(place => columns[place])], Cut(rows, places, columns.Count));
    }

    private static async IAsyncEnumerable<IReadOnlyList<SheetCell>> Cut(IAsyncEnumerable<IReadOnlyList<SheetCell>> rows, int[] places, int count)
    {
        await foreach (var row in rows)
        {
            yield return [.. places.Select(place => row[place]), .. row.Skip(count)];
        }
    }
}
