using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Search;

/// <summary>
/// What somebody typed to find inside texts: itself, and when it is pinyin or holds some, all writings of it that the texts can hold, put together from
/// the grams that occur.
/// </summary>
internal sealed class TextTerms
{
    /// <summary>Writings that are compared; plain initials have more of them than anybody would read.</summary>
    private const int MostWritings = 300;

    private readonly string _key;
    private readonly List<string> _keys;
    private readonly List<string[][]> _spoken = [];

    private TextTerms(string key)
    {
        _key = key;
        _keys = key.Length == 0 ? [] : [key];
    }

    /// <summary>What is compared: the levelled key, and the writings of the pinyin.</summary>
    public IReadOnlyList<string> Keys => _keys;

    public static async Task<TextTerms> OfAsync(CrmDbContext db, string typed, CancellationToken cancellationToken)
    {
        var terms = new TextTerms(NameKey.Of(typed));
        var ways = TypedPinyin.WaysOf(terms._key).Where(way => way.Length > 1 && way.All(segment => !segment.IsWritten || Readings.Has(segment.Text))).ToList();
        var pieces = ways.SelectMany((way, number) => PlacedWords.Of(way).Select(words => (Way: number, Words: words))).ToList();
        if (pieces.Count == 0)
        {
            return terms;
        }

        var found = await pieces.Select(piece => piece.Words.In(db).Select(gram => new { piece.Way, piece.Words.Place, Gram = gram }))
            .Aggregate((all, some) => all.Concat(some)).ToListAsync(cancellationToken);
        var words = found.ToLookup(word => word.Way, word => (word.Place, word.Gram));
        for (var number = 0; number < ways.Count; number++)
        {
            terms.Add(words[number].Concat(PairsOf(ways[number])).ToLookup(word => word.Place, word => word.Gram), ways[number].Length - 1);
        }

        return terms;
    }

    /// <summary>The texts of <paramref name="source"/> that hold one of the writings.</summary>
    /// <param name="source">Within the scope.</param>
    /// <param name="db">Where the index is.</param>
    /// <param name="latest">Looks only into so many of the latest blocks that may hold a hit; null for all.</param>
    public IQueryable<T> Narrow<T>(IQueryable<T> source, CrmDbContext db, int? latest)
        where T : class, ISearchableText
    {
        if (_key.Length == 0)
        {
            return source.Where(_ => false);
        }

        var blocks = _spoken.Aggregate(Written(db), (all, grams) => all.Concat(Spoken(db, grams))).Distinct();
        blocks = latest is { } most ? blocks.OrderByDescending(block => block).Take(most) : blocks;
        // A join without a condition keeps its order on SQLite: from the few blocks to their texts.
        return Compared(blocks.SelectMany(_ => source, (block, text) => new { block, text })
            .Where(pair => pair.text.Id >= pair.block * TextGram.BlockSize && pair.text.Id < (pair.block + 1) * TextGram.BlockSize).Select(pair => pair.text));
    }

    /// <summary>The same without the index: each text of <paramref name="source"/> is compared.</summary>
    public IQueryable<T> Compared<T>(IQueryable<T> source)
        where T : class, ISearchableText
        => _key.Length == 0 ? source.Where(_ => false)
            : _keys is [var only] ? source.Where(text => text.SearchText.Contains(only))
            : source.Where(text => _keys.Any(key => text.SearchText.Contains(key)));

    /// <summary>What is written, by its pairs.</summary>
    private static IEnumerable<(int Place, string Gram)> PairsOf(Segment[] way)
        => Enumerable.Range(0, way.Length - 1).Where(place => way[place].IsWritten && way[place + 1].IsWritten).Select(place => (place, way[place].Text + way[place + 1].Text));

    private void Add(ILookup<int, string> grams, int places)
    {
        var writings = grams[0].Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        for (var place = 1; place < places; place++)
        {
            var next = grams[place].Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToLookup(gram => gram[0]);
            writings = [.. writings.SelectMany(writing => next[writing[^1]].Select(gram => writing + gram[1..])).Take(MostWritings * 4)];
        }

        writings = [.. writings.Except(_keys, StringComparer.Ordinal).Take(MostWritings + 1 - _keys.Count)];
        if (writings.Count == 0)
        {
            return;
        }

        _keys.AddRange(writings);
        _spoken.Add([.. Enumerable.Range(0, places).Select(place => writings.Select(writing => writing.Substring(place, 2)).Distinct(StringComparer.Ordinal).ToArray())
            .OrderBy(some => some.Length).Take(3)]);
    }

    private IQueryable<long> Written(CrmDbContext db)
    {
        var pieces = Grams.ToFind(_key).Select(piece => piece.Gram).Distinct(StringComparer.Ordinal).ToList();
        var found = IndexLookup.Of(db.TextGrams, pieces[0]);
        foreach (var others in pieces.Skip(1).Select(piece => IndexLookup.Of(db.TextGrams, piece)))
        {
            found = found.Where(gram => others.Any(other => other.Block == gram.Block));
        }

        return found.Select(gram => gram.Block);
    }

    private static IQueryable<long> Spoken(CrmDbContext db, string[][] grams)
    {
        var first = grams[0];
        var found = db.TextGrams.Where(gram => first.Contains(gram.Gram));
        foreach (var others in grams.Skip(1))
        {
            found = found.Where(gram => db.TextGrams.Any(other => others.Contains(other.Gram) && other.Block == gram.Block));
        }

        return found.Select(gram => gram.Block);
    }
}
