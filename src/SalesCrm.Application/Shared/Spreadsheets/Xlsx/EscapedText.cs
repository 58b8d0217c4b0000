using System.Globalization;
using System.Text;

namespace SalesCrm.Application.Shared.Spreadsheets.Xlsx;

/// <summary>Characters that XML cannot hold stand in workbooks as _xHHHH_.</summary>
internal static class EscapedText
{
    private const int Length = 7;

    public static string Decode(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
        {
            return text;
        }

        var decoded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (IsEscape(text.AsSpan(at)))
            {
                decoded.Append((char)ushort.Parse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                at += Length - 1;
            }
            else
            {
                decoded.Append(text[at]);
            }
        }

        return decoded.ToString();
    }

    /// <summary>Whether the text begins with an escape, or with something a reader would take for one.</summary>
    public static bool IsEscape(ReadOnlySpan<char> text)
        => text.Length >= Length && text[0] == '_' && text[1] == 'x' && text[6] == '_'
            && char.IsAsciiHexDigit(text[2]) && char.IsAsciiHexDigit(text[3]) && char.IsAsciiHexDigit(text[4]) && char.IsAsciiHexDigit(text[5]);
}
