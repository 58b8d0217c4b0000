namespace SalesCrm.Application.Shared.Texts;

/// <summary>
/// Short pieces of a key, for finding parts of names by exact look-ups, the same on every database engine.
/// Table: one row (gram, kind, record) for every gram of <see cref="Of"/>; index on (kind, gram, record); the gram column
/// <c>nvarchar(<see cref="Units"/>)</c> with a binary collation (other collations take rare characters for equal).
/// <para>
/// The contract: when the key of a record contains the key that is searched for, then the record has every gram of
/// <see cref="ToFind"/>. So the records are those that have all these grams; where <see cref="NeedsCheck"/>, other records
/// may have them too (the pieces stand apart), and the key itself has to be compared afterwards.
/// </para>
/// </summary>
internal static class Grams
{
    /// <summary>The longest gram in UTF-16 units: two rare characters, or three letters.</summary>
    public const int Units = 4;

    /// <summary>Looking up more grams than this costs more than the check of the key that it saves.</summary>
    private const int MostToFind = 4;

    private const int DigitGram = 3;

    // Words of so many company names that looking them up first would find half of the table.
    private static readonly string[] Everyday =
    [
        "有限", "限公", "公司", "科技", "技有", "集团", "股份", "份有", "责任", "任公", "中国", "信息", "技术", "发展", "实业", "贸易", "商贸", "电子",
    ];

    /// <summary>
    /// The distinct grams of a key: all its single characters and neighbouring pairs, and all threes of Latin letters and
    /// digits, of which there are too few for pairs to tell much.
    /// </summary>
    public static IReadOnlyCollection<string> Of(string key)
    {
        var starts = StartsOf(key);
        var grams = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < starts.Length - 1; index++)
        {
            for (var length = 1; length <= 3 && index + length < starts.Length; length++)
            {
                if (length < 3 || IsLatin(key, starts, index))
                {
                    grams.Add(key[starts[index]..starts[index + length]]);
                }
            }
        }

        return grams;
    }

    /// <summary>The few grams to intersect for a key that is searched for, the most telling first; none for an empty key.</summary>
    public static IReadOnlyList<string> ToFind(string key)
    {
        var starts = StartsOf(key);
        var count = starts.Length - 1;
        var grams = new List<string>();
        for (var index = 0; index < count;)
        {
            // The last gram reaches back over what is covered already: a longer one tells more than a rest of one character.
            var from = index + LongestAt(key, starts, index) < count ? index : Math.Min(index, StartOfLast(key, starts));
            var length = LongestAt(key, starts, from);
            grams.Add(key[starts[from]..starts[from + length]]);
            index = from + length;
        }

        return grams.Distinct(StringComparer.Ordinal)
            .OrderBy(gram => Array.IndexOf(Everyday, gram) >= 0)
            .ThenByDescending(gram => gram.Length)
            .Take(MostToFind)
            .ToArray();
    }

    /// <summary>Whether records that have all grams of <see cref="ToFind"/> may still lack the key itself.</summary>
    public static bool NeedsCheck(string key) => ToFind(key) is not [var only] || only != key;

    /// <summary>The grams of digits alone (phones): threes. Two digits are in nearly every number and are not searched for.</summary>
    public static IReadOnlyCollection<string> OfDigits(string digits) => Threes(digits, 1);

    /// <summary>The grams to intersect for digits that are searched for; none when they are fewer than three.</summary>
    public static IReadOnlyList<string> DigitsToFind(string digits)
    {
        var grams = Threes(digits, DigitGram);
        if (digits.Length > DigitGram)
        {
            grams.Add(digits[^DigitGram..]);
        }

        return grams.Distinct(StringComparer.Ordinal).Take(MostToFind).ToArray();
    }

    private static List<string> Threes(string digits, int step)
    {
        var grams = new List<string>();
        for (var index = 0; index + DigitGram <= digits.Length; index += step)
        {
            grams.Add(digits.Substring(index, DigitGram));
        }

        return grams.Distinct(StringComparer.Ordinal).ToList();
    }

    private static int LongestAt(string key, int[] starts, int index)
    {
        var left = starts.Length - 1 - index;
        return left >= 3 && IsLatin(key, starts, index) ? 3 : Math.Min(left, 2);
    }

    private static int StartOfLast(string key, int[] starts)
    {
        var count = starts.Length - 1;
        return count >= 3 && IsLatin(key, starts, count - 3) ? count - 3 : Math.Max(0, count - 2);
    }

    private static bool IsLatin(string key, int[] starts, int index)
    {
        for (var at = index; at < index + 3; at++)
        {
            if (starts[at + 1] - starts[at] != 1 || !(char.IsAsciiLetterOrDigit(key[starts[at]]) || key[starts[at]] is >= '\u00C0' and < '\u0250'))
            {
                return false;
            }
        }

        return true;
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
