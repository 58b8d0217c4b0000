using System.Text;

namespace SalesCrm.Application.Shared.Texts;

/// <summary>A piece of a text around what was searched for, as it was written, whatever script it was searched in.</summary>
public sealed record Snippet(string Before, string Hit, string After)
{
    /// <summary>Characters shown on either side of the hit.</summary>
    private const int Around = 40;

    /// <summary>Keys of single characters, each computed once.</summary>
    private static readonly string?[] Keys = new string?[char.MaxValue + 1];

    /// <summary>Null where the text holds what was typed neither as it is written nor by pinyin.</summary>
    public static Snippet? In(string? text, string typed)
        => Of(text, typed) is { } whole ? whole with { Before = Tail(whole.Before), After = Head(whole.After) } : null;

    /// <summary>The whole text, with what was typed in it; a company also without the legal form that was typed.</summary>
    public static Snippet? Of(string? text, string? typed)
    {
        var wanted = NameKey.Of(typed);
        if (string.IsNullOrEmpty(text) || wanted.Length == 0)
        {
            return null;
        }

        var (key, places) = Levelled(text);
        if ((Written(key, wanted) ?? Written(key, NameKey.OfCompany(typed)) ?? SpokenMatch.In(key, wanted)) is not var (at, length))
        {
            return null;
        }

        var start = places[at];
        var last = places[at + length - 1];
        var end = last + (last + 1 < text.Length && char.IsSurrogatePair(text, last) ? 2 : 1);
        return new(text[..start], text[start..end], text[end..]);
    }

    private static (int Start, int Length)? Written(string key, string wanted)
        => key.IndexOf(wanted, StringComparison.Ordinal) is var at and >= 0 ? (at, wanted.Length) : null;

    /// <summary>The key of a text, and for each of its units the place in the text that it came from.</summary>
    private static (string Key, List<int> Places) Levelled(string text)
    {
        var key = new StringBuilder(text.Length);
        var places = new List<int>(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var pair = index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]);
            var piece = pair ? NameKey.Of(text.Substring(index, 2)) : Keys[text[index]] ??= NameKey.Of(text[index].ToString());
            key.Append(piece);
            places.AddRange(Enumerable.Repeat(index, piece.Length));
            index += pair ? 1 : 0;
        }

        return (key.ToString(), places);
    }

    private static string Head(string text) => CleanText.Shortened(text, Around);

    private static string Tail(string text)
    {
        var from = Math.Max(0, text.Length - Around);
        from += from > 0 && char.IsLowSurrogate(text[from]) ? 1 : 0;
        return (from > 0 ? "…" : "") + text[from..];
    }
}
