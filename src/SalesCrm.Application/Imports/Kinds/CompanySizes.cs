using System.Globalization;
using System.Text.RegularExpressions;

namespace SalesCrm.Application.Imports.Kinds;

/// <summary>Reads the bounds out of the words for company sizes: &lt;50 人, 50–200 人, &gt;1000 人.</summary>
internal static partial class CompanySizes
{
    /// <summary>True when a company of so many people belongs to the size; the lower bound belongs to it, the upper to the next.</summary>
    public static bool TakesIn(string size, int people)
    {
        var match = Bounds().Match(size.Replace(",", "", StringComparison.Ordinal));
        if (!match.Success)
        {
            return false;
        }

        var first = int.Parse(match.Groups["first"].ValueSpan, CultureInfo.InvariantCulture);
        return match.Groups["sign"].Value switch
        {
            "<" or "＜" => people < first,
            ">" or "＞" => people >= first,
            _ => match.Groups["last"] is { Success: true } last && people >= first && people < int.Parse(last.ValueSpan, CultureInfo.InvariantCulture),
        };
    }

    [GeneratedRegex(@"^\s*(?<sign>[<>＜＞])?\s*(?<first>[0-9]{1,8})\s*(?:[-–—~～至]\s*(?<last>[0-9]{1,8}))?", RegexOptions.CultureInvariant)]
    private static partial Regex Bounds();
}
