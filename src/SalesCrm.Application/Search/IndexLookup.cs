using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Search;

/// <summary>Look-ups in the index of grams: pieces that must stand at the right distance from each other. What is found this way needs no comparing.</summary>
internal static class IndexLookup
{
    /// <summary>
    /// Pieces of a way of reading. Each is a part of every command that asks for the way, and each new number of parts is translated anew, which for all pieces of a long name takes longer than finding
    /// it. Of more neighbouring pairs only those are asked that are needed to hold every character: so many suffice for twenty.
    /// </summary>
    private const int MostRead = 10;

    /// <summary>Up to so many pieces all are asked, for the rarest of them is the quickest way in.</summary>
    private const int MostCompared = 6;

    /// <summary>Of names that hold a key as it is written.</summary>
    public static IReadOnlyList<SearchPiece> Written(CrmDbContext db, string key) => [.. Grams.ToFind(key).Select(piece => Written(db, piece))];

    /// <summary>Of names whose characters are read like the segments, or written like them, one after the other; the last may be unfinished.</summary>
    public static IReadOnlyList<SearchPiece> Read(CrmDbContext db, Segment[] way)
    {
        if (InitialChains.ToFind(way) is { } chains)
        {
            return [.. chains.Select(chain => new SearchPiece(chain.Place, chain.Gram, Of(db.SearchGrams, chain.Gram, InitialChains.IsBeginning(chain.Gram)), true))];
        }

        var (words, between) = (PlacedWords.Of(way).ToList(), PlacedWords.Between(way).ToList());
        words = words.Count + between.Count > MostCompared ? Covering(words) : words;
        var written = Math.Min(between.Count, Math.Max(MostRead / 2, MostRead - words.Count));
        return [
            .. words.Take(MostRead - written).Select(one => new SearchPiece(one.Place, one.Name, Of(db.SearchGrams, one.In(db)))),
            .. between.Take(written).Select(piece => Written(db, piece)),
        ];
    }

    /// <summary>As few of the pairs as hold all characters.</summary>
    private static List<PlacedWords> Covering(List<PlacedWords> words)
    {
        var (places, covered) = (words.Select(pair => pair.Place).ToHashSet(), -1);
        var kept = new HashSet<int>();
        foreach (var place in places.Order())
        {
            // The first character is not held yet, or the second will not be by another.
            if (place > covered || (place + 1 > covered && !places.Contains(place + 1)))
            {
                kept.Add(place);
                covered = place + 1;
            }
        }

        return words.FindAll(pair => kept.Contains(pair.Place));
    }

    private static SearchPiece Written(CrmDbContext db, (int Place, string Gram) piece) => new(piece.Place, piece.Gram, Of(db.SearchGrams, piece.Gram, Grams.IsBeginning(piece.Gram)));

    /// <summary>The rows of a piece, or of all grams that begin with it.</summary>
    internal static IQueryable<TextGram> Of(IQueryable<TextGram> grams, string piece)
    {
        var high = Next(piece);
        return Grams.IsBeginning(piece)
            ? grams.Where(gram => string.Compare(gram.Gram, piece) >= 0 && string.Compare(gram.Gram, high) < 0)
            : grams.Where(gram => gram.Gram == piece);
    }

    private static IQueryable<SearchGram> Of(IQueryable<SearchGram> grams, string piece, bool isBeginning)
    {
        var high = Next(piece);
        return isBeginning
            ? grams.Where(gram => string.Compare(gram.Gram, piece) >= 0 && string.Compare(gram.Gram, high) < 0)
            : grams.Where(gram => gram.Gram == piece);
    }

    private static IQueryable<SearchGram> Of(IQueryable<SearchGram> grams, IQueryable<string> words) => grams.Where(gram => words.Contains(gram.Gram));

    /// <summary>The first text behind all that begin so, in the order of characters.</summary>
    internal static string Next(string beginning)
    {
        var last = char.IsLowSurrogate(beginning[^1]) ? char.ConvertToUtf32(beginning, beginning.Length - 2) : beginning[^1];
        // Behind the last of all there is nothing, and nobody is called by it.
        var behind = last switch { 0xD7FF => 0xE000, 0x10FFFF => last, _ => last + 1 };
        return beginning[..^(last > 0xFFFF ? 2 : 1)] + char.ConvertFromUtf32(behind);
    }
}
