using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Search;

/// <summary>Pairs of characters that must stand at a place of a name, told by how they are read; one of the two may be told as it is written.</summary>
/// <param name="Place">Segments before it.</param>
/// <param name="Readings">What the pairs are read like.</param>
/// <param name="IsBeginning">Whether more may follow behind a reading.</param>
/// <param name="First">The first character, where it was written.</param>
/// <param name="Second">The second, where it was written.</param>
internal sealed record PlacedWords(int Place, IReadOnlyList<string> Readings, bool IsBeginning, string? First = null, string? Second = null)
{
    /// <summary>The same for the same words, wherever they stand, and no gram's.</summary>
    public string Name => string.Join('\n', [IsBeginning ? "*" : "", First, Second, .. Readings]);

    /// <summary>The words for each two neighbouring segments that are not both written, the most telling first.</summary>
    public static IEnumerable<PlacedWords> Of(Segment[] way)
    {
        if (way is [{ IsWritten: false } only])
        {
            return [new PlacedWords(0, [only.Text], true)];
        }

        return Enumerable.Range(0, way.Length - 1).Where(place => !way[place].IsWritten || !way[place + 1].IsWritten)
            .Select(place => Of(way, place))
            .OrderBy(words => words.First is null && words.Second is null)
            // Whole syllables tell most.
            .ThenByDescending(words => words.Readings[0].Length);
    }

    /// <summary>What is written of a way, in pieces of two characters and more.</summary>
    public static IEnumerable<(int Place, string Gram)> Between(Segment[] way)
    {
        for (var from = 0; from < way.Length; from++)
        {
            var written = string.Concat(way.Skip(from).TakeWhile(segment => segment.IsWritten).Select(segment => segment.Text));
            foreach (var (place, gram) in written.Length > 1 ? Grams.Covering(written) : [])
            {
                yield return (from + place, gram);
            }

            from += written.Length;
        }
    }

    /// <summary>The pairs that occur.</summary>
    public IQueryable<string> In(CrmDbContext db) => Readings.Select(reading => In(db.SearchWords, reading)).Aggregate((all, some) => all.Concat(some));

    private IQueryable<string> In(IQueryable<SearchWord> words, string low)
    {
        var high = IndexLookup.Next(low);
        words = IsBeginning
            ? words.Where(word => string.Compare(word.Reading, low) >= 0 && string.Compare(word.Reading, high) < 0)
            : words.Where(word => word.Reading == low);
        words = First is null ? words : words.Where(word => word.Gram.StartsWith(First));
        words = Second is null ? words : words.Where(word => word.Gram.EndsWith(Second));
        return words.Select(word => word.Gram);
    }

    private static PlacedWords Of(Segment[] way, int place)
    {
        var (first, second) = (way[place], way[place + 1]);
        return new PlacedWords(
            place,
            [.. from one in first.Readings from other in second.Readings select one + Search.Readings.Between + other],
            !second.IsWritten && (place + 2 == way.Length || !Pinyin.IsSyllable(second.Text)),
            first.IsWritten ? first.Text : null,
            second.IsWritten ? second.Text : null);
    }
}

/// <summary>What stands for one character: its reading, as far as it was typed, or the character as it is written.</summary>
internal readonly record struct Segment(string Text, bool IsWritten)
{
    public IReadOnlyList<string> Readings => IsWritten ? Search.Readings.WholeOf(Text[0]) : [Text];
}
