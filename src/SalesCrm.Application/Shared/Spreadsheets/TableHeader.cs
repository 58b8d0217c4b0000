using System.Text;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Shared.Spreadsheets;

/// <summary>A named column of a table; <paramref name="Column"/> counts from zero.</summary>
public sealed record TableColumn(int Column, string Name);

/// <summary>The row that names the columns, and the titles that stand above it.</summary>
public sealed record TableHeader(TableRow Row, IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Skipped)
{
    private const int RowsLookedAt = 10;

    /// <summary>Says which rows above the header are left out.</summary>
    public Text? Warning => Skipped.Count == 0
        ? (Text?)null
        : new Text("表头在第 {0} 行，上面 {1} 行不是数据，已跳过：{2}", Row.Number, Skipped.Count, Short(Skipped[0].Cells[0].Raw));

    internal static TableHeader? Find(IEnumerable<TableRow> rows, IReadOnlyCollection<string> known)
    {
        var names = known.Select(Key).ToHashSet(StringComparer.Ordinal);
        var top = rows.Take(RowsLookedAt).ToList();
        var header = Best(top, row => row.Cells.Count(cell => names.Contains(Key(cell.Raw))))
            ?? Best(top, row => row.Cells.Count(cell => cell.Kind == CellKind.Text))
            ?? top.FirstOrDefault();
        return header is null
            ? null
            : new TableHeader(header, ColumnsOf(header), top.TakeWhile(row => row != header).ToList());
    }

    /// <summary>How names are compared: width, case, blanks and line breaks do not matter.</summary>
    internal static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        // Normalize throws on lone surrogates; the detour replaces them.
        foreach (var unit in Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)).Normalize(NormalizationForm.FormKC))
        {
            if (!char.IsWhiteSpace(unit))
            {
                key.Append(char.ToUpperInvariant(unit));
            }
        }

        return key.ToString();
    }

    private static TableRow? Best(List<TableRow> rows, Func<TableRow, int> score)
        => rows.Where(row => score(row) >= 2).MaxBy(score);

    private static List<TableColumn> ColumnsOf(TableRow header)
        => header.Cells.Where(cell => !cell.IsEmpty).Select(cell => new TableColumn(cell.Column, OneLine(cell.Raw))).ToList();

    private static string OneLine(string name)
        => string.Join(' ', name.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    private static string Short(string title)
    {
        var line = OneLine(title);
        return line.Length <= 30 ? line : string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[29]) ? 29 : 30), "…");
    }
}
