namespace SalesCrm.Application.Shared.Texts;

/// <summary>
/// Finds the characters of a key that typed letters stand for: each a whole reading or its initial, the last one as far as it was typed. Characters
/// between the letters stand for themselves.
/// </summary>
internal static class SpokenMatch
{
    private const int MostLetters = 32;

    /// <returns>Where in the key it begins, and how many units it takes; null where it is not there.</returns>
    public static (int Start, int Length)? In(string key, string letters)
    {
        if (!CanBeRead(letters))
        {
            return null;
        }

        // Whole syllables are what most people mean, so they are looked for before what initials can stand for.
        return At(key, letters, false) ?? At(key, letters, true);
    }

    private static bool CanBeRead(string letters)
        => letters.Length is >= 2 and <= MostLetters && letters.Any(char.IsAsciiLetterLower)
            && (letters.All(char.IsAsciiLetterLower) || letters.Any(character => Pinyin.Of(character).Length > 0));

    private static (int Start, int Length)? At(string key, string letters, bool shortened)
    {
        for (var start = 0; start < key.Length; start++)
        {
            if (End(key, start, letters, shortened) is var end && end > start && key.AsSpan(start, end - start).ContainsAnyInRange('\u3400', '\u9FFF'))
            {
                return (start, end - start);
            }
        }

        return null;
    }

    private static int End(string key, int place, ReadOnlySpan<char> letters, bool shortened)
    {
        if (letters.IsEmpty)
        {
            return place;
        }

        if (place == key.Length)
        {
            return -1;
        }

        if (key[place] == letters[0] && End(key, place + 1, letters[1..], shortened) is var plain and > 0)
        {
            return plain;
        }

        foreach (var reading in Pinyin.Of(key[place]))
        {
            var same = letters.CommonPrefixLength(reading);
            if (same == letters.Length)
            {
                return place + 1;
            }

            if (same == reading.Length && End(key, place + 1, letters[same..], shortened) is var whole and > 0)
            {
                return whole;
            }

            for (var length = 2; shortened && length > 0; length--)
            {
                if (same >= length && Pinyin.IsInitial(reading[..Math.Min(length, reading.Length)]) && End(key, place + 1, letters[length..], shortened) is var rest and > 0)
                {
                    return rest;
                }
            }
        }

        return -1;
    }
}
