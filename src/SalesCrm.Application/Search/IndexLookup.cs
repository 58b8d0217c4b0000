using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Search;

/// <summary>Look-ups in the index of grams: pieces that must stand at the right distance from each other. What is found this way needs no comparing.</summary>
internal static class IndexLookup
{
    /// <summary>Records that hold a key as it is written.</summary>
    public static IQueryable<long> Written(CrmDbContext db, SearchKind kind, string key)
        => Chain(db, kind, [.. Grams.ToFind(key).Select(piece => (piece.Place, Of(db.SearchGrams, piece.Gram)))]);

    /// <summary>Records whose characters are read like the segments, or written like them, one after the other; the last may be unfinished.</summary>
    public static IQueryable<long> Read(CrmDbContext db, SearchKind kind, Segment[] way)
        => Chain(db, kind, [.. PlacedWords.Of(way).Select(words => (words.Place, Of(db.SearchGrams, words.In(db))))
            .Concat(PlacedWords.Between(way).Select(piece => (piece.Place, Of(db.SearchGrams, piece.Gram))))]);

    /// <summary>The rows of a piece, or of all grams that begin with it.</summary>
    internal static IQueryable<TextGram> Of(IQueryable<TextGram> grams, string piece)
    {
        var high = Next(piece);
        return Grams.IsBeginning(piece)
            ? grams.Where(gram => string.Compare(gram.Gram, piece) >= 0 && string.Compare(gram.Gram, high) < 0)
            : grams.Where(gram => gram.Gram == piece);
    }

    private static IQueryable<SearchGram> Of(IQueryable<SearchGram> grams, string piece)
    {
        var high = Next(piece);
        return Grams.IsBeginning(piece)
            ? grams.Where(gram => string.Compare(gram.Gram, piece) >= 0 && string.Compare(gram.Gram, high) < 0)
            : grams.Where(gram => gram.Gram == piece);
    }

    private static IQueryable<SearchGram> Of(IQueryable<SearchGram> grams, IQueryable<string> words) => grams.Where(gram => words.Contains(gram.Gram));

    private static IQueryable<long> Chain(CrmDbContext db, SearchKind kind, (int Place, IQueryable<SearchGram> Grams)[] pieces)
    {
        var (from, found) = pieces[0];
        found = found.Where(gram => gram.Kind == kind);
        foreach (var (place, others) in pieces.Skip(1))
        {
            var distance = place - from;
            found = found.Where(gram => others.Any(other => other.Kind == kind && other.SubjectId == gram.SubjectId && other.Place == gram.Place + distance));
        }

        return found.Select(gram => gram.SubjectId);
    }

    /// <summary>The first text behind all that begin so, in the order of characters.</summary>
    internal static string Next(string beginning)
    {
        var last = char.IsLowSurrogate(beginning[^1]) ? char.ConvertToUtf32(beginning, beginning.Length - 2) : beginning[^1];
        var behind = last + 1 == 0xD800 ? 0xE000 : last + 1;
        return beginning[..^(last > 0xFFFF ? 2 : 1)] + char.ConvertFromUtf32(behind);
    }
}
