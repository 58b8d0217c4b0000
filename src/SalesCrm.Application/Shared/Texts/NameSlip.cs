using System.Text;

namespace SalesCrm.Application.Shared.Texts;

/// <summary>
/// Whether two levelled names differ by one character as a slip of the hand makes it: another one, one too many or one too few. Short names do not count, for
/// each has neighbours of its own, and neither does what tells companies apart on purpose: numbers, directions, places, a letter that stands alone.
/// </summary>
internal static class NameSlip
{
    /// <summary>Characters; a Latin letter or digit is half of one.</summary>
    private const int Shortest = 4;

    private const string Telling = "〇零一二三四五六七八九十百千万亿两甲乙丙丁戊己庚辛壬癸东南西北中上下左右前后内外";

    public static bool IsLongEnough(string key)
    {
        var halves = 0;
        foreach (var rune in key.EnumerateRunes())
        {
            halves += IsLatin(rune) ? 1 : 2;
        }

        return halves >= 2 * Shortest;
    }

    public static bool IsBetween(string key, string other)
    {
        var (less, more) = key.Length <= other.Length ? (key, other) : (other, key);
        if (more.Length - less.Length > 2 || !IsLongEnough(less))
        {
            return false;
        }

        var (one, two) = (less.EnumerateRunes().ToArray(), more.EnumerateRunes().ToArray());
        var at = one.AsSpan().CommonPrefixLength(two);
        var isOther = one.Length == two.Length;
        if (at == two.Length || two.Length - one.Length > 1 || !one.AsSpan(Math.Min(one.Length, isOther ? at + 1 : at)).SequenceEqual(two.AsSpan(at + 1)))
        {
            return false;
        }

        var place = two[..at].Sum(rune => rune.Utf16SequenceLength);
        return isOther
            ? !(IsTelling(one, at) && IsTelling(two, at)) && !Rune.IsDigit(one[at]) && !Rune.IsDigit(two[at]) && !(PlaceNames.Covers(less, place) && PlaceNames.Covers(more, place))
            : !IsTelling(two, at) && !Rune.IsDigit(two[at]) && !PlaceNames.Covers(more, place);
    }

    /// <summary>Whether two names of one length are read alike (华为, 华伟), which makes a slip most likely.</summary>
    public static bool IsReadAlike(string key, string other)
        => key.Length == other.Length && key.Zip(other).All(pair => pair.First == pair.Second || Pinyin.Of(pair.First).IndexOfAny(Pinyin.Of(pair.Second)) >= 0);

    private static bool IsTelling(Rune[] name, int at)
        => Telling.Contains(name[at].ToString(), StringComparison.Ordinal) || (IsLatin(name[at]) && !(at > 0 && IsLatin(name[at - 1])) && !(at + 1 < name.Length && IsLatin(name[at + 1])));

    private static bool IsLatin(Rune rune) => rune.Value < 0x250;
}
