using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SalesCrm.Application.Shared.Texts;

/// <summary>
/// A phone number in the one form that is compared and searched: 13800138000, 01088888888, 4008008000, +14155552671.
/// Numbers of mainland China are without country code; <paramref name="Extension"/> is kept apart.
/// </summary>
internal readonly partial record struct PhoneKey(string Number, string? Extension)
{
    private const int MostDigits = 15;
    private const int Longest = 64;

    public bool IsMobile => Number is ['1', >= '3', ..] && Number.Length == 11;

    /// <summary>The key of a typed phone number; null where it is none (letters, an exponent, too few or too many digits).</summary>
    public static PhoneKey? Of(string? typed)
    {
        if (typed is { Length: > Longest })
        {
            return null;
        }

        var text = Folded(typed);
        var match = Shape().Match(text);
        // One full stop alone is a decimal number from a spreadsheet.
        if (!match.Success || match.Groups["number"].Value.Count(character => character == '.') == 1)
        {
            return null;
        }

        var number = Local(match.Groups["number"].Value);
        var digits = number.TrimStart('+').Length;
        return digits is < 5 or > MostDigits ? null : new(number, match.Groups["extension"] is { Success: true } extension ? extension.Value : null);
    }

    /// <summary>All digits of a text, in ASCII, for searching by any digits of a number; country codes of China are left away.</summary>
    public static string DigitsOf(string? typed)
        => Of(typed) is { } key ? key.Number.TrimStart('+') + key.Extension : string.Concat(Folded(typed).Where(char.IsAsciiDigit));

    public override string ToString() => Extension is null ? Number : Number + "-" + Extension;

    /// <summary>1.3800138E+10: a spreadsheet took the number for a quantity, and digits may be lost.</summary>
    public static bool LooksLikeExponent(string typed) => Exponent().IsMatch(Folded(typed));

    private static string Local(string typed)
    {
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        var abroad = typed.TrimStart(' ', '(').StartsWith('+');
        if (!abroad && digits.StartsWith("00", StringComparison.Ordinal))
        {
            (abroad, digits) = (true, digits[2..]);
        }

        if (!abroad)
        {
            return digits is ['8', '6', '1', >= '3', ..] && digits.Length == 13 ? digits[2..] : digits;
        }

        if (!digits.StartsWith("86", StringComparison.Ordinal))
        {
            return "+" + digits;
        }

        digits = digits[2..];
        var whole = digits is ['0', ..] or ['1', >= '3', _, _, _, _, _, _, _, _, _] or ['4' or '8', '0', '0', _, _, _, _, _, _, _];
        return whole ? digits : "0" + digits;
    }

    /// <summary>Full-width and other scripts' digits, dashes and spaces as ASCII.</summary>
    private static string Folded(string? typed)
    {
        var folded = new StringBuilder();
        foreach (var rune in (typed ?? "").EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category == UnicodeCategory.DecimalDigitNumber)
            {
                folded.Append((int)Rune.GetNumericValue(rune));
            }
            else if (category is UnicodeCategory.DashPunctuation || rune.Value == 0x2212)
            {
                folded.Append('-');
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                folded.Append(' ');
            }
            else if (!Invisible.IsHidden(rune))
            {
                // Full-width ASCII (！ to ～) lies at a fixed distance.
                folded.Append(rune.Value is > 0xFF00 and < 0xFF5F ? new Rune(rune.Value - 0xFEE0) : rune);
            }
        }

        return folded.ToString().Trim();
    }

    [GeneratedRegex(
        @"^(?<number>[ (]{0,2}\+?[0-9() .-]{3,40}?)(?:[ ,-]{0,3}(?:转|轉|分机|分機|ext\.?|x|#)[ :.]{0,2}(?<extension>[0-9]{1,8}))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex(@"^[0-9]+(?:\.[0-9]+)?E\+?[0-9]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Exponent();
}
