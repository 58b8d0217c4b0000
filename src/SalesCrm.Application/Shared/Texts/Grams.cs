namespace SalesCrm.Application.Shared.Texts;

/// <summary>
/// Short pieces of a key, for finding parts of names by look-ups in an index, the same on every database engine. There is one gram at
/// each place of a key: the character with the next one, or three Latin letters or digits, of which there are too few for pairs to tell much;
/// at the end what is left. Shorter pieces are found as beginnings of these.
/// </summary>
internal static class Grams
{
    /// <summary>The longest gram in UTF-16 units: two rare characters, or three letters.</summary>
    public const int Units = 4;

    /// <summary>More look-ups than this cost more than comparing the whole key.</summary>
    private const int MostToFind = 6;

    // Words of so many company names that looking them up first would find half of the table.
    private static readonly string[] Everyday =
    [
        "有限", "限公", "公司", "科技", "技有", "集团", "股份", "份有", "责任", "任公", "中国", "信息", "技术", "发展", "实业", "贸易", "商贸", "电子",
    ];

    /// <summary>The gram at each place of a key; places count characters.</summary>
    public static IEnumerable<(int Place, string Gram)> Of(string key)
    {
        var starts = StartsOf(key);
        for (var place = 0; place < starts.Length - 1; place++)
        {
            yield return (place, key[starts[place]..starts[place + LongestAt(key, starts, place)]]);
        }
    }

    /// <summary>A gram of a key.</summary>
    /// <param name="Place">Characters before it.</param>
    /// <param name="Length">Characters of it, and of what decides how long it is.</param>
    /// <param name="Gram">As the index holds it.</param>
    public sealed record Piece(int Place, int Length, string Gram);

    /// <summary>The grams that stand in every longer key with this one in it as they stand here, which those at its end need not.</summary>
    public static IEnumerable<Piece> Whole(string key)
    {
        var starts = StartsOf(key);
        foreach (var (place, gram) in Of(key))
        {
            var length = IsLatin(gram[0]) && gram.Length > 1 && IsLatin(gram[1]) ? 3 : 2;
            if (place + length < starts.Length)
            {
                yield return new Piece(place, length, gram);
            }
        }
    }

    /// <summary>The characters from one place up to another.</summary>
    public static string Part(string key, int from, int to)
    {
        var starts = StartsOf(key);
        return key[starts[from]..starts[to]];
    }

    /// <summary>The few pieces to look up for a key that is searched for, with their places in it, the most telling first; none for an empty key.</summary>
    public static IReadOnlyList<(int Place, string Gram)> ToFind(string key) => [.. Covering(key).Take(MostToFind)];

    /// <summary>All pieces that together hold the whole key, the most telling first.</summary>
    public static IEnumerable<(int Place, string Gram)> Covering(string key)
    {
        var starts = StartsOf(key);
        var count = starts.Length - 1;
        var pieces = new List<(int Place, string Gram)>();
        for (var index = 0; index < count;)
        {
            // The last one reaches back over what is covered already: a longer one tells more than a rest of one character.
            var from = index + LongestAt(key, starts, index) < count ? index : Math.Min(index, StartOfLast(key, starts));
            var length = LongestAt(key, starts, from);
            pieces.Add((from, key[starts[from]..starts[from + length]]));
            index = from + length;
        }

        return pieces.OrderBy(piece => Array.IndexOf(Everyday, piece.Gram) >= 0).ThenByDescending(piece => piece.Gram.Length);
    }

    /// <summary>Whether the pieces of <see cref="ToFind"/> at their places leave something of the key out, which must be compared then.</summary>
    public static bool LeavesOut(string key)
    {
        var starts = StartsOf(key);
        var covered = new bool[starts.Length - 1];
        foreach (var (place, gram) in ToFind(key))
        {
            covered.AsSpan(place, StartsOf(gram).Length - 1).Fill(true);
        }

        return covered.Contains(false);
    }

    /// <summary>Whether longer grams may begin with this piece.</summary>
    public static bool IsBeginning(string piece)
    {
        var starts = StartsOf(piece);
        return starts.Length == 2 || (starts.Length == 3 && IsLatin(piece[0]) && IsLatin(piece[1]));
    }

    private static int LongestAt(string key, int[] starts, int index)
    {
        var left = starts.Length - 1 - index;
        return left >= 3 && AreLatin(key, starts, index) ? 3 : Math.Min(left, 2);
    }

    private static int StartOfLast(string key, int[] starts)
    {
        var count = starts.Length - 1;
        return count >= 3 && AreLatin(key, starts, count - 3) ? count - 3 : Math.Max(0, count - 2);
    }

    private static bool AreLatin(string key, int[] starts, int index)
        => starts[index + 3] - starts[index] == 3 && IsLatin(key[starts[index]]) && IsLatin(key[starts[index + 1]]) && IsLatin(key[starts[index + 2]]);

    private static bool IsLatin(char character) => char.IsAsciiLetterOrDigit(character) || character is >= '\u00C0' and < '\u0250';

    /// <summary>The characters of a key, rare ones of two units whole.</summary>
    public static IEnumerable<string> CharactersOf(string key)
    {
        var starts = StartsOf(key);
        return starts.Zip(starts.Skip(1), (from, to) => key[from..to]);
    }

    /// <summary>Where each character begins, and the end.</summary>
    private static int[] StartsOf(string key)
    {
        var starts = new List<int>(key.Length + 1);
        for (var index = 0; index < key.Length;)
        {
            starts.Add(index);
            index += index + 1 < key.Length && char.IsSurrogatePair(key[index], key[index + 1]) ? 2 : 1;
        }

        starts.Add(key.Length);
        return [.. starts];
    }
}
