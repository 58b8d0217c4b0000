using System.Globalization;
using System.Text;

namespace SalesCrm.Application.Shared.Texts;

/// <summary>
/// The form of a name that is compared and searched: one for all widths, cases, traditional and simplified writing, spaces,
/// punctuation and hidden characters. Made once when a name is saved, and of what is searched for. Never shown.
/// A key is well-formed text and the key of itself.
/// </summary>
internal static class NameKey
{
    /// <summary>The key of any name; empty when the name has neither letter, digit nor symbol.</summary>
    public static string Of(string? name) => Settled(name, WithoutSpaces);

    /// <summary>
    /// The key of a company without its legal form (有限公司, Co., Ltd.), which people write or leave out; never empty where
    /// <see cref="Of"/> is not. For finding duplicates; what is searched for is <see cref="Of"/>.
    /// </summary>
    public static string OfCompany(string? name)
        => Settled(name, folded => WithoutSpaces(LegalForm.StrippedFrom(folded)));

    /// <summary>Chinese characters and nothing else.</summary>
    public static bool IsChinese(string name)
        => name.Length > 0 && name.EnumerateRunes().All(rune => rune.Value is (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF));

    /// <summary>Folding can bring characters together that compose anew, so it goes on until nothing changes.</summary>
    private static string Settled(string? name, Func<string, string> finish)
    {
        var key = name ?? "";
        for (var round = 0; round < 8; round++)
        {
            var folded = finish(Folded(key));
            if (folded == key)
            {
                break;
            }

            key = folded;
        }

        return key;
    }

    /// <summary>Everything but the spaces: what separates words becomes one space, which the legal form is looked for at.</summary>
    private static string Folded(string name)
    {
        var text = name.AsSpan().ContainsAnyExceptInRange(' ', '~') ? Compatible(name) : name;
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || Invisible.IsHidden(rune) || Invisible.IsVariationSelector(rune))
            {
                continue;
            }

            if (IsSeparator(rune))
            {
                folded.Append(' ');
                continue;
            }

            folded.Append(Simplified.Of(Rune.ToLowerInvariant(rune)));
        }

        return folded.ToString();
    }

    /// <summary>NFKC, also of a broken text, on which normalising throws.</summary>
    private static string Compatible(string name) => CleanText.Mended(name).Normalize(NormalizationForm.FormKC);

    private static bool IsSeparator(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
            or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
            or UnicodeCategory.OtherPunctuation => true,
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control => true,
        // The accent signs of the keyboard stand for quotation marks and hyphens.
        UnicodeCategory.ModifierSymbol => rune.IsAscii || rune.Value is 0xA8 or 0xAF or 0xB4 or 0xB8,
        _ => rune.Value is 0x2212,
    };

    private static string WithoutSpaces(string folded)
        => folded.Contains(' ', StringComparison.Ordinal) ? folded.Replace(" ", "", StringComparison.Ordinal) : folded;
}
