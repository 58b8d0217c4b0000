using SalesCrm.Application.Columns;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Application.Exports;

/// <summary>
/// A sheet with all its columns, or cut down to what the person's list shows: the same columns in the same order under the same heads. That one is for reading and no import knows
/// its heads, so that its rows carry no versions.
/// </summary>
internal static class ShownSheet
{
    /// <param name="columns">All columns of the sheet.</param>
    /// <param name="more">Columns behind them that only a list has.</param>
    /// <param name="rows">Its rows; in the whole sheet, cells behind the last column stay behind it.</param>
    /// <param name="shown">What the list shows; null for the whole sheet.</param>
    /// <param name="headers">What the sheet calls a column of the list, and then what the same cell of the list says beside it.</param>
    public static (IReadOnlyList<SheetColumn> Columns, IAsyncEnumerable<IReadOnlyList<SheetCell>> Rows) Of(
        IReadOnlyList<SheetColumn> columns, IReadOnlyList<string> more, IAsyncEnumerable<IReadOnlyList<SheetCell>> rows, IReadOnlyList<ListColumn>? shown, IReadOnlyDictionary<string, string[]> headers)
    {
        var (count, places) = (columns.Count + more.Count, new List<int>());
        if (shown is null)
        {
            return (columns, Cut(rows, [.. Enumerable.Range(0, columns.Count)], row => row.Skip(count)));
        }

        var all = columns.Concat(more.Select(header => new SheetColumn(header))).ToList();
        var heads = new HashSet<string>();
        var taken = new List<SheetColumn>();
        foreach (var (column, header) in shown.SelectMany(column => (column.Own is { } field ? [field.Name] : headers.GetValueOrDefault(column.Code) ?? []).Select((header, at) => (At: at == 0 ? column : null, header))))
        {
            var place = all.FindIndex(one => one.Header == header);
            var head = column is null ? header : Translations.Current.Say(column.Head);

            // A field of the admin's own may be called like a column of the list.
            taken.Add(all[place] with { Header = heads.Add(head) ? head : $"{head} ({taken.Count + 1})" });
            places.Add(place);
        }

        return (taken, Cut(rows, [.. places], _ => []));
    }

    private static async IAsyncEnumerable<IReadOnlyList<SheetCell>> Cut(IAsyncEnumerable<IReadOnlyList<SheetCell>> rows, int[] places, Func<IReadOnlyList<SheetCell>, IEnumerable<SheetCell>> behind)
    {
        await foreach (var row in rows)
        {
            yield return [.. places.Select(place => row[place]), .. behind(row)];
        }
    }
}
