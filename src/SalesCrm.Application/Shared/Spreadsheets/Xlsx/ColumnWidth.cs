namespace SalesCrm.Application.Shared.Spreadsheets.Xlsx;

/// <summary>Column widths without fonts: a Chinese character is two characters wide.</summary>
internal static class ColumnWidth
{
    private const double Least = 8;
    private const double Most = 60;
    private const double Margin = 2;
    private const double FilterButton = 3;
    private const double DateWidth = 12;
    private const double MomentWidth = 20;
    private const double NumberWidth = 14;

    public static double Of(string header, IReadOnlyList<IReadOnlyList<SheetCell>> rows, int column)
    {
        var widest = rows.Where(row => column < row.Count).Select(row => Of(row[column])).DefaultIfEmpty().Max();
        return Math.Clamp(Math.Max(Of(header) + FilterButton, widest) + Margin, Least, Most);
    }

    private static double Of(SheetCell cell) => cell.Kind switch
    {
        CellKind.Text => Of(cell.Words!),
        CellKind.Number => NumberWidth,
        CellKind.Date => cell.Moment.TimeOfDay == TimeSpan.Zero ? DateWidth : MomentWidth,
        _ => 0,
    };

    private static double Of(string text)
    {
        var widest = 0;
        var width = 0;
        foreach (var unit in text)
        {
            width = unit == '\n' ? 0 : width + (unit < '\u1100' ? 1 : char.IsSurrogate(unit) ? 1 : 2);
            widest = Math.Max(widest, width);
        }

        return widest;
    }
}
