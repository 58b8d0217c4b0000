using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Search;

/// <summary>How a gram may be typed in Latin letters, one reading or one initial for each character.</summary>
internal static class Readings
{
    /// <summary>Stands between two characters, so that xi'an is not xian.</summary>
    internal const char Between = '\'';

    /// <summary>Whether something but its own letters may be typed for it.</summary>
    public static bool Has(string gram) => gram.Length is 1 or 2 && gram.Any(character => Pinyin.Of(character).Length > 0) && gram.All(character => WholeOf(character).Length > 0);

    /// <summary>重庆: chong'qing, zhong'qing, c'qing, ch'qing, z'qing, zh'qing. What begins like the last syllable is found as a beginning.</summary>
    public static IEnumerable<string> Of(string gram)
        => gram.Length == 1
            ? WholeOf(gram[0]).Distinct(StringComparer.Ordinal)
            : (from first in WholeOf(gram[0]).SelectMany(ShortAndWhole) from second in WholeOf(gram[1]) select first + Between + second).Distinct(StringComparer.Ordinal);

    /// <summary>Everything that a character may be read as: a letter or digit as itself.</summary>
    internal static string[] WholeOf(char character)
        => char.IsAsciiLetterOrDigit(character) ? [character.ToString()] : [.. Pinyin.Of(character)];

    private static IEnumerable<string> ShortAndWhole(string reading)
    {
        yield return reading;
        yield return reading[..1];
        if (reading.Length > 2 && Pinyin.IsInitial(reading[..2]))
        {
            yield return reading[..2];
        }
    }
}
