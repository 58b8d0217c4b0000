namespace SalesCrm.Application.Shared.Spreadsheets;

/// <summary>Letters of columns, and the edges of the grid that spreadsheets have.</summary>
public static class ColumnName
{
    internal const int GridColumns = 16_384;
    internal const int GridRows = 1_048_576;

    /// <summary>Letters for a column counted from zero: A, B … Z, AA.</summary>
    public static string Of(int column)
    {
        Span<char> letters = stackalloc char[8];
        var at = letters.Length;
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters[--at] = (char)('A' + ((rest - 1) % 26));
        }

        return new string(letters[at..]);
    }

    /// <summary>Reads "B12" into column 1 and row 12; false outside the grid or when it is no reference.</summary>
    internal static bool TryRead(ReadOnlySpan<char> reference, out int column, out int row)
    {
        column = 0;
        row = 0;
        var at = 0;
        for (; at < reference.Length && char.IsAsciiLetter(reference[at]) && column <= GridColumns; at++)
        {
            column = (column * 26) + (reference[at] & 0x1F);
        }

        for (; at < reference.Length && char.IsAsciiDigit(reference[at]) && row <= GridRows; at++)
        {
            row = (row * 10) + (reference[at] - '0');
        }

        column--;
        return at == reference.Length && column is >= 0 and < GridColumns && row is >= 1 and <= GridRows;
    }
}
