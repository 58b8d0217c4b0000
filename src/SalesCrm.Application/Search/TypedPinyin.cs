using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Search;

/// <summary>The ways in which typed letters can be cut into syllables and initials.</summary>
internal static class TypedPinyin
{
    /// <summary>Names are not typed longer than that.</summary>
    private const int MostLetters = 32;

    /// <summary>Ways to look up; longer syllables come first.</summary>
    private const int MostWays = 6;

    /// <summary>
    /// chongq: [chong, q]; cqing: [c, qing]; xian: [xian] and [xi, an]. Where whole syllables fit (the last may be unfinished), only they and
    /// the plain initials count. Empty where the letters are no pinyin, or a single letter, which half of all names would have.
    /// </summary>
    public static IReadOnlyList<string[]> WaysOf(string key)
    {
        if (key.Length is < 2 or > MostLetters || !key.All(char.IsAsciiLetterLower))
        {
            return [];
        }

        var whole = new List<string[]>();
        Cut(key, 0, [], whole, false);
        string[] initials = [.. key.Select(letter => letter.ToString())];
        if (whole.Count == 0)
        {
            Cut(key, 0, [], whole, true);
        }

        return whole.Append(initials).Where(IsFindable).DistinctBy(way => string.Join(Readings.Between, way)).OrderBy(way => way.Length).Take(MostWays).ToArray();
    }

    private static bool IsFindable(string[] way)
        => way is [var only] ? only.Length > 2 || Pinyin.IsSyllable(only) : way.All(segment => Pinyin.IsStart(segment));

    private static void Cut(string key, int from, List<string> cut, List<string[]> ways, bool mixed)
    {
        if (ways.Count >= 64)
        {
            return;
        }

        for (var length = Math.Min(6, key.Length - from); length > 0; length--)
        {
            var segment = key.Substring(from, length);
            var isLast = from + length == key.Length;
            if (isLast ? !Pinyin.IsStart(segment) : !Pinyin.IsSyllable(segment) && !(mixed && Pinyin.IsInitial(segment)))
            {
                continue;
            }

            cut.Add(segment);
            if (isLast)
            {
                ways.Add([.. cut]);
            }
            else
            {
                Cut(key, from + length, cut, ways, mixed);
            }

            cut.RemoveAt(cut.Count - 1);
        }
    }
}
