using System.Globalization;
using System.Text;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Values;

namespace SalesCrm.Application.Shared.Texts;

/// <summary>
/// What people type, made fit to be stored: NFC, trimmed, line ends as LF, without hidden characters in a single line.
/// What cannot be stored as it was meant (control characters, broken characters, stacks of accents) is refused.
/// Validators use the rules in <see cref="InputRules"/>; what is then stored is <see cref="Line"/> or <see cref="Lines"/>.
/// </summary>
internal static class CleanText
{
    /// <summary>Combining marks that one base character may carry. The longest honest spellings need four.</summary>
    private const int MarksPerCharacter = 8;

    /// <summary>
    /// The column length (UTF-16 units) for a text of <paramref name="max"/> characters as people count them:
    /// 𠮷 takes two units, a family of emoji more than ten.
    /// </summary>
    public static int UnitsFor(int max) => max * 2;

    /// <summary>The storable form of a single line that a rule has already let through; null when it is empty.</summary>
    public static string? Line(string? typed) => ReadLine(typed, int.MaxValue / 16).Value;

    /// <summary>The storable form of a text of several lines that a rule has already let through; null when it is empty.</summary>
    public static string? Lines(string? typed) => ReadLines(typed, int.MaxValue / 16).Value;

    /// <param name="max">Characters as people count them; the text also has to fit <see cref="UnitsFor"/>.</param>
    public static Reading<string> ReadLine(string? typed, int max) => Read(typed, max, severalLines: false);

    /// <inheritdoc cref="ReadLine"/>
    public static Reading<string> ReadLines(string? typed, int max) => Read(typed, max, severalLines: true);

    private static Reading<string> Read(string? typed, int max, bool severalLines)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        // Cleaning shrinks a text by a few characters at most; a text far beyond the limit is not worth the work.
        if (typed.Length / 8 > UnitsFor(max))
        {
            return TooLong(max);
        }

        if (IsBroken(typed))
        {
            return Reading<string>.Refused("含有损坏的字符，请删除后重新输入");
        }

        var text = typed.Normalize(NormalizationForm.FormC);
        text = severalLines ? WithLineFeeds(text).Trim() : WithoutHidden(text.Trim()).Trim();
        if (text.Length == 0)
        {
            return null;
        }

        if (ProblemIn(text, severalLines) is { } problem)
        {
            return Reading<string>.Refused(problem);
        }

        if (LengthOf(text) > max)
        {
            return TooLong(max);
        }

        return text.Length <= UnitsFor(max) ? text : Reading<string>.Refused(new Text("表情等特殊字符太多，超出了 {0} 个字的存储空间，请删减", max));
    }

    /// <summary>Length in characters as people count them (grapheme clusters).</summary>
    public static int LengthOf(string text)
    {
        var count = 0;
        for (var rest = text.AsSpan(); rest.Length > 0; count++)
        {
            rest = rest[StringInfo.GetNextTextElementLength(rest)..];
        }

        return count;
    }

    /// <summary>The beginning of a text, never cut inside a character, with an ellipsis when something was left out.</summary>
    public static string Shortened(string text, int max)
    {
        var end = 0;
        for (var count = 0; end < text.Length; count++)
        {
            if (count == max)
            {
                return text[..end] + "…";
            }

            end += StringInfo.GetNextTextElementLength(text.AsSpan(end));
        }

        return text;
    }

    /// <summary>Half of a surrogate pair or U+FFFE: no text, and normalising throws on it.</summary>
    public static bool IsBroken(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\uFFFE')
            {
                return true;
            }

            if (!char.IsSurrogate(text[index]))
            {
                continue;
            }

            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
            {
                return true;
            }

            index++;
        }

        return false;
    }

    /// <summary>The text with the replacement character for everything that makes it broken.</summary>
    public static string Mended(string text)
        => IsBroken(text) ? string.Concat(text.EnumerateRunes()).Replace('\uFFFE', '\uFFFD') : text;

    private static Reading<string> TooLong(int max) => Reading<string>.Refused(new Text("最多 {0} 个字", max));

    private static string WithLineFeeds(string text) => text.ReplaceLineEndings("\n");

    private static Text? ProblemIn(string text, bool severalLines)
    {
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Invisible.IsMark(rune))
            {
                if (++marks > MarksPerCharacter)
                {
                    return new Text("一个字上的附加符号不能超过 {0} 个", MarksPerCharacter);
                }

                continue;
            }

            if (severalLines && rune.Value is '\n' or '\t')
            {
                marks = 0;
                continue;
            }

            if (rune.Value is '\r' or '\n' or '\t' or 0x85 or 0x2028 or 0x2029)
            {
                return "只能写一行，不能换行或使用制表符";
            }

            if (Rune.IsControl(rune) || Invisible.IsNoncharacter(rune))
            {
                return "含有看不见的控制字符，请删除后重新输入";
            }

            // A joiner between marks must not start the count anew.
            marks = Invisible.IsHidden(rune) ? marks : 0;
        }

        return null;
    }

    /// <summary>Drops hidden characters, but keeps what holds emoji families, flags and some scripts together.</summary>
    private static string WithoutHidden(string text)
    {
        var runes = text.EnumerateRunes().ToArray();
        if (!Array.Exists(runes, Invisible.IsHidden))
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        var previous = new Rune(' ');
        var flag = false;
        for (var index = 0; index < runes.Length; index++)
        {
            var rune = runes[index];
            flag = rune.Value == 0x1F3F4 || (flag && Invisible.IsTag(rune));
            var next = index + 1 < runes.Length ? runes[index + 1] : new Rune(' ');
            if (!Invisible.IsHidden(rune) || flag || (Invisible.IsJoiner(rune) && Joins(previous) && Joins(next)))
            {
                kept.Append(rune);
                previous = rune;
            }
        }

        return kept.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Beside Latin, Greek, Cyrillic and Chinese letters a joiner has no meaning and only hides.</summary>
    private static bool Joins(Rune rune)
        => rune.Value is >= 0x0530 and < 0x20000 and not (>= 0x2E80 and <= 0x9FFF) and not (>= 0xAC00 and <= 0xD7FF) and not (>= 0xF900 and <= 0xFAFF)
            && !Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune) && !Invisible.IsHidden(rune);
}
