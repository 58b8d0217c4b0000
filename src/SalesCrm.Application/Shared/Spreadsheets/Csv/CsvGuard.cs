namespace SalesCrm.Application.Shared.Spreadsheets.Csv;

/// <summary>
/// An apostrophe before text that a spreadsheet would run as a formula, taken away again when reading. Text that already
/// begins with apostrophes and such a character gets one more, so that every text comes back as it was.
/// </summary>
internal static class CsvGuard
{
    private const char Mark = '\'';

    public static bool Needed(string text) => FormulaStart.IsAt(text.AsSpan().TrimStart(Mark));

    public static string Remove(string text) => text.StartsWith(Mark) && Needed(text) ? text[1..] : text;
}
