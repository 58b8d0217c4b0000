using System.Globalization;
using System.Text;
using SalesCrm.Application.Shared.Spreadsheets.Csv;

namespace SalesCrm.Application.Shared.Spreadsheets;

/// <summary>Writes a table as comma separated text, in UTF-8 with the mark by which Excel recognises it.</summary>
public static class CsvFile
{
    private const int FlushAt = 32 << 10;

    /// <param name="target">May be a response: written asynchronously only, and not closed.</param>
    /// <param name="table">What to write.</param>
    /// <param name="cancellation">Ends the export, for instance when the person has gone.</param>
    public static async Task WriteAsync(Stream target, SheetTable table, CancellationToken cancellation = default)
    {
        var text = new StringBuilder("\uFEFF");
        AppendRow(text, table.Columns.Select(column => SheetCell.Of(column.Header)));
        await foreach (var row in table.Rows.WithCancellation(cancellation))
        {
            AppendRow(text, row);
            if (text.Length >= FlushAt)
            {
                await FlushAsync(target, text, cancellation);
            }
        }

        await FlushAsync(target, text, cancellation);
    }

    /// <summary>What a reader of the file finds in the cell.</summary>
    public static string Written(SheetCell cell)
    {
        if (cell.Kind == CellKind.Text)
        {
            return cell.Words!;
        }

        var text = new StringBuilder();
        Append(text, cell);
        return text.ToString();
    }

    private static async Task FlushAsync(Stream target, StringBuilder text, CancellationToken cancellation)
    {
        await target.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellation);
        text.Clear();
    }

    private static void AppendRow(StringBuilder text, IEnumerable<SheetCell> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first)
            {
                text.Append(',');
            }

            first = false;
            Append(text, cell);
        }

        text.Append("\r\n");
    }

    private static void Append(StringBuilder text, SheetCell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Text:
                AppendQuoted(text, CsvGuard.Needed(cell.Words!) ? "'" + cell.Words : cell.Words!);
                break;
            case CellKind.Number when cell.Style == NumberStyle.Percent:
                text.Append(CultureInfo.InvariantCulture, $"{cell.Value * 100:0.##########}%");
                break;
            case CellKind.Number:
                text.Append(cell.Value.ToString(cell.Style == NumberStyle.Money ? "0.00######" : "0.############", CultureInfo.InvariantCulture));
                break;
            case CellKind.Date:
                var format = cell.Moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss";
                text.Append(cell.Moment.ToString(format, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void AppendQuoted(StringBuilder text, string words)
    {
        // A separator that another country's Excel expects is quoted too, and so is anything at the edge that might be trimmed.
        if (words.AsSpan().IndexOfAny(",;\t\"\r\n") < 0 && !char.IsWhiteSpace(words[0]) && !char.IsWhiteSpace(words[^1]))
        {
            text.Append(words);
            return;
        }

        text.Append('"').Append(words).Replace("\"", "\"\"", text.Length - words.Length, words.Length).Append('"');
    }
}
