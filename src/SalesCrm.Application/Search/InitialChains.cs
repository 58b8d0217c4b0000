using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Search;

/// <summary>
/// What the next characters at each place of a name begin with when they are read: 云图机械 is YTJX. Two initials stand for tens of thousands of names, four for a few, so that
/// who types nothing but initials is answered by one look-up. In capitals, which keys do not have.
/// </summary>
internal static class InitialChains
{
    /// <summary>Shorter ones are found by their pairs.</summary>
    private const int Shortest = 3;

    /// <summary>Characters of a chain; shorter ones stand only where a run of characters ends, and are found as beginnings.</summary>
    private const int Longest = 4;

    /// <summary>Ways to read the characters of one chain, each of which has a row and so a place of its own in the index.</summary>
    internal const int MostReadings = 16;

    /// <summary>The chains of a key. Their places are below zero: apart from those of grams, which one record has once each.</summary>
    /// <param name="key">A levelled name.</param>
    /// <param name="from">Where it begins among the record's keys.</param>
    public static IEnumerable<(int Place, string Gram)> Of(string key, int from)
    {
        var initials = Grams.CharactersOf(key).Select(character => (Letters: InitialsOf(character), IsRead: !char.IsAscii(character[0]))).ToArray();
        for (var place = 0; place < initials.Length; place++)
        {
            var next = initials.Skip(place).Take(Longest).TakeWhile(some => some.Letters.Length > 0).ToArray();
            if (next.Length < Shortest || !next.Any(some => some.IsRead))
            {
                continue;
            }

            var chains = next.Aggregate((IEnumerable<string>)[""], (all, some) => all.SelectMany(_ => some.Letters, (chain, letter) => chain + letter));
            foreach (var (reading, chain) in chains.Take(MostReadings).Index())
            {
                yield return (-1 - ((from + place) * MostReadings) - reading, chain);
            }
        }
    }

    /// <summary>The pieces to look up for a way of typing that is nothing but initials; null for others.</summary>
    public static IReadOnlyList<(int Place, string Gram)>? ToFind(Segment[] way)
    {
        if (way.Length < Shortest || way.Any(segment => segment.IsWritten || segment.Text.Length > 1))
        {
            return null;
        }

        var letters = string.Concat(way.Select(segment => segment.Text)).ToUpperInvariant();
        var length = Math.Min(Longest, letters.Length);
        return [.. Enumerable.Range(0, (letters.Length + Longest - 1) / Longest).Select(number => Math.Min(number * Longest, letters.Length - length))
            .Select(place => (place, letters.Substring(place, length)))];
    }

    public static bool IsBeginning(string chain) => chain.Length < Longest;

    private static string[] InitialsOf(string character)
        => character.Length > 1 ? [] : [.. Readings.WholeOf(character[0]).Select(reading => reading[..1].ToUpperInvariant()).Where(initial => char.IsAsciiLetterUpper(initial[0])).Distinct(StringComparer.Ordinal)];
}
