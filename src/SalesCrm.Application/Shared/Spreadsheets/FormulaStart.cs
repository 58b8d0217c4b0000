namespace SalesCrm.Application.Shared.Spreadsheets;

/// <summary>The characters that make spreadsheets take a text for a formula, full-width forms included.</summary>
internal static class FormulaStart
{
    public static bool IsAt(ReadOnlySpan<char> text)
        => text.Length > 0 && text[0] is ('=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠');
}
