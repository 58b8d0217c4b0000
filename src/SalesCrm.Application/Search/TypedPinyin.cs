using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Search;

/// <summary>The ways in which typed letters can be cut into syllables and initials.</summary>
internal static class TypedPinyin
{
    /// <summary>Names are not typed longer than that.</summary>
    private const int MostLetters = 32;

    /// <summary>Ways to look up; longer syllables come first.</summary>
    private const int MostWays = 6;

    /// <summary>Runs of letters between characters (重qing商mao) are cut in fewer ways each.</summary>
    private const int MostWaysOfRun = 2;

    /// <summary>
    /// chongq: [chong, q]; cqing: [c, qing]; xian: [xian] and [xi, an]; 重qing: [重, qing]. Where whole syllables fit (the last may be unfinished), only
    /// they and the plain initials count. Empty where the letters are no pinyin, or a single letter, which half of all names would have.
    /// </summary>
    public static IReadOnlyList<Segment[]> WaysOf(string key)
    {
        if (key.Length is < 2 or > MostLetters)
        {
            return [];
        }

        return key.All(char.IsAsciiLetterLower)
            ? [.. WaysOf(key, true).Where(IsFindable)]
            : key.Any(char.IsAsciiLetterLower) && key.Any(character => Pinyin.Of(character).Length > 0) && !key.Any(char.IsSurrogate) ? MixedWaysOf(key) : [];
    }

    private static bool IsFindable(Segment[] way) => way is not [var only] || only.Text.Length > 2 || Pinyin.IsSyllable(only.Text);

    /// <summary>Letters beside characters are read, or stand in the name as they are (TCL科ji); all of them as they are is no way of reading.</summary>
    private static Segment[][] MixedWaysOf(string key)
    {
        var runs = RunsOf(key).ToList();
        var most = runs.Count(IsRead) == 1 ? MostWays : MostWaysOfRun;
        IEnumerable<Segment[]> ways = [[]];
        for (var number = 0; number < runs.Count; number++)
        {
            var run = runs[number];
            Segment[] written = [.. run.Select(character => new Segment(character.ToString(), true))];
            List<Segment[]> parts = IsRead(run) ? [.. WaysOf(run, number + 1 == runs.Count).Take(most), written] : [written];
            ways = ways.SelectMany(_ => parts, (way, part) => (Segment[])[.. way, .. part]);
        }

        return [.. ways.Where(way => !way.All(segment => segment.IsWritten) && HasReadings(way)).Take(MostWays)];
    }

    private static bool IsRead(string run) => char.IsAsciiLetterLower(run[0]);

    /// <summary>Letters, and whatever stands between them.</summary>
    private static IEnumerable<string> RunsOf(string key)
    {
        for (var from = 0; from < key.Length;)
        {
            var run = string.Concat(key.Skip(from).TakeWhile(character => char.IsAsciiLetterLower(character) == char.IsAsciiLetterLower(key[from])));
            from += run.Length;
            yield return run;
        }
    }

    /// <summary>What is written beside something read is found through its readings.</summary>
    private static bool HasReadings(Segment[] way)
        => Enumerable.Range(0, way.Length - 1).All(place => (way[place].IsWritten && way[place + 1].IsWritten) || (way[place].Readings.Count > 0 && way[place + 1].Readings.Count > 0));

    private static IEnumerable<Segment[]> WaysOf(string letters, bool isEnd)
    {
        var whole = new List<string[]>();
        Cut(letters, 0, [], whole, false, isEnd);
        string[] initials = [.. letters.Select(letter => letter.ToString())];
        if (whole.Count == 0)
        {
            Cut(letters, 0, [], whole, true, isEnd);
        }

        return whole.Append(initials).Where(way => way.All(Pinyin.IsStart)).DistinctBy(way => string.Join(Readings.Between, way)).OrderBy(way => way.Length).Take(MostWays)
            .Select(way => Array.ConvertAll(way, segment => new Segment(segment, false)));
    }

    private static void Cut(string key, int from, List<string> cut, List<string[]> ways, bool mixed, bool isEnd)
    {
        if (ways.Count >= 64)
        {
            return;
        }

        for (var length = Math.Min(6, key.Length - from); length > 0; length--)
        {
            var segment = key.Substring(from, length);
            var isLast = from + length == key.Length;
            if (isLast && isEnd ? !Pinyin.IsStart(segment) : !Pinyin.IsSyllable(segment) && !(mixed && Pinyin.IsInitial(segment)))
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
                Cut(key, from + length, cut, ways, mixed, isEnd);
            }

            cut.RemoveAt(cut.Count - 1);
        }
    }
}
