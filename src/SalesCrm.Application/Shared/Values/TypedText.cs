using System.Text;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Shared.Values;

/// <summary>A text that should hold a number or date, as people and spreadsheets write it.</summary>
internal static class TypedText
{
    /// <summary>No number or date is longer; a longer text is not looked at.</summary>
    private const int Longest = 100;

    private static readonly HashSet<string> Nothing = new(StringComparer.OrdinalIgnoreCase) { "/", "//", "\\", "无", "無", "暂无", "暫無", "N/A", "#N/A" };

    /// <summary>Half width, trimmed, without hidden characters; null when the cell is empty or holds the dash that stands for nothing.</summary>
    public static string? Folded(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (typed.Length > Longest || CleanText.IsBroken(typed))
        {
            return typed;
        }

        var text = string.Concat(typed.Normalize(NormalizationForm.FormKC).EnumerateRunes().Where(rune => !Invisible.IsHidden(rune))).Trim();
        return text.Length == 0 || text.All(character => character is '-' or '–' or '—' or '―' or '−' or '─') ? null : text;
    }

    /// <summary>Whether it is empty or says that there is nothing: a dash, a stroke, 无.</summary>
    public static bool IsNothing(string? typed) => Folded(typed) is not { } text || Nothing.Contains(text);

    /// <summary>What was typed, short enough to be quoted in a message.</summary>
    public static string Quoted(string typed) => CleanText.Shortened(CleanText.Mended(typed).Trim(), 30);
}
