using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Search;

/// <summary>What one save changes in the search index.</summary>
internal sealed class SearchIndex
{
    private readonly List<ISearchable> _written = [];
    private readonly List<ISearchable> _renamed = [];
    private readonly List<ISearchableText> _texts = [];
    private readonly List<(SearchKind Kind, long Id)> _deleted = [];

    private bool IsEmpty => _written.Count + _renamed.Count + _texts.Count + _deleted.Count == 0;

    /// <summary>Part of every save; after keys were set that stand in no audit entry.</summary>
    internal sealed class Upkeep : ISaveFollower
    {
        public SaveStage Stage => SaveStage.Watch;

        public ValueTask<AfterSave?> FollowAsync(CrmDbContext db, CancellationToken cancellationToken)
        {
            var index = Of(db);
            return new(index.IsEmpty ? null : index.WriteAsync);
        }
    }

    /// <summary>Brings the keys of what is about to be saved up to date, and remembers whose grams must follow.</summary>
    private static SearchIndex Of(DbContext db)
    {
        var index = new SearchIndex();
        foreach (var entry in db.ChangeTracker.Entries<ISearchable>().ToList())
        {
            index.Take(entry);
        }

        index._texts.AddRange(db.ChangeTracker.Entries<ISearchableText>()
            .Where(entry => entry.State == EntityState.Added || (entry.State == EntityState.Modified && entry.Property(record => record.SearchText).IsModified))
            .Select(entry => entry.Entity));
        return index;
    }

    /// <summary>Writes the grams; after the save, when new records have their ids.</summary>
    private async Task<bool> WriteAsync(CrmDbContext db, CancellationToken cancellationToken)
    {
        await RemoveAsync(db, [.. _renamed.SelectMany(record => new[] { (record.SearchKind, record.Id), (record.PhoneKind, record.Id) }), .. _deleted], cancellationToken);
        await AddAsync(db, [.. _written, .. _renamed], _texts, cancellationToken);
        return false;
    }

    /// <summary>Writes all rows of records and texts: grams of their own, and those words and blocks that are not there yet.</summary>
    internal static async Task AddAsync(CrmDbContext db, IReadOnlyCollection<ISearchable> records, IReadOnlyCollection<ISearchableText> texts, CancellationToken cancellationToken)
    {
        var grams = records.SelectMany(GramsOf).ToArray();

        // In the order of the index every page of it is touched once, however many records a batch holds.
        Array.Sort(grams, ByIndex);
        var blocks = texts.GroupBy(text => TextGram.BlockOf(text.Id), text => GramsOf(text.SearchText))
            .Select(block => (Id: block.Key, Grams: block.SelectMany(gram => gram).ToHashSet(StringComparer.Ordinal))).ToList();
        await BulkInsert<SearchGram>.OnceAsync(db, grams, cancellationToken);
        var missing = new List<TextGram>();
        foreach (var (id, held) in blocks)
        {
            foreach (var chunk in held.Chunk(500))
            {
                var known = await db.TextGrams.Where(row => row.Block == id && chunk.Contains(row.Gram)).Select(row => row.Gram).ToListAsync(cancellationToken);
                missing.AddRange(chunk.Except(known, StringComparer.Ordinal).Select(gram => new TextGram { Gram = gram, Block = id }));
            }
        }

        await BulkInsert<TextGram>.OnceAsync(db, [.. missing.OrderBy(row => row.Gram, StringComparer.Ordinal).ThenBy(row => row.Block)], cancellationToken);
        await AddWordsAsync(db, grams.Select(gram => gram.Gram).Concat(missing.Select(row => row.Gram)), cancellationToken);
    }

    internal static async Task RemoveAsync(CrmDbContext db, IEnumerable<(SearchKind Kind, long Id)> records, CancellationToken cancellationToken)
    {
        foreach (var kind in records.Distinct().GroupBy(record => record.Kind, record => record.Id))
        {
            foreach (var ids in kind.Chunk(500))
            {
                await db.SearchGrams.Where(gram => gram.Kind == kind.Key && ids.Contains(gram.SubjectId)).ExecuteDeleteAsync(cancellationToken);
            }
        }
    }

    /// <summary>The rows that the index must hold for a record.</summary>
    internal static IEnumerable<SearchGram> GramsOf(ISearchable record)
        => Placed(record.SearchNames.Select(NameKey.Of), withInitials: true).Select(piece => (Kind: record.SearchKind, piece.Place, piece.Gram))
            .Concat(Placed(record.SearchPhones.Select(PhoneKey.DigitsOf), record.PhoneKind == record.SearchKind ? KeyOf(record.SearchNames.Select(NameKey.Of)).Length + 1 : 0)
                .Select(piece => (Kind: record.PhoneKind, piece.Place, piece.Gram)))
            .Select(piece => new SearchGram { Gram = piece.Gram, Kind = piece.Kind, SubjectId = record.Id, Place = piece.Place });

    /// <summary>The grams that the block of a text must hold.</summary>
    internal static IEnumerable<string> GramsOf(string text) => text.Split('\n').SelectMany(line => Grams.Of(line).Select(piece => piece.Gram)).Distinct(StringComparer.Ordinal);

    /// <summary>The key under which a record is found.</summary>
    internal static string KeyOf(ISearchable record) => KeyOf(record.SearchNames.Select(NameKey.Of).Concat(record.SearchPhones.Select(PhoneKey.DigitsOf)));

    private static string KeyOf(IEnumerable<string> keys) => string.Join('\n', keys.Where(key => key.Length > 0).Distinct(StringComparer.Ordinal));

    /// <summary>Grams with their places; between two keys is one place without a gram, so that no query reaches over it.</summary>
    private static IEnumerable<(int Place, string Gram)> Placed(IEnumerable<string> keys, int from = 0, bool withInitials = false)
    {
        foreach (var key in keys.Where(key => key.Length > 0).Distinct(StringComparer.Ordinal))
        {
            foreach (var chain in withInitials ? InitialChains.Of(key, from) : [])
            {
                yield return chain;
            }

            var last = from;
            foreach (var (place, gram) in Grams.Of(key))
            {
                last = from + place;
                yield return (last, gram);
            }

            from = last + 2;
        }
    }

    private static int ByIndex(SearchGram one, SearchGram other)
    {
        var order = one.Kind.CompareTo(other.Kind);
        order = order != 0 ? order : string.CompareOrdinal(one.Gram, other.Gram);
        return order != 0 ? order : one.SubjectId.CompareTo(other.SubjectId);
    }

    private static async Task AddWordsAsync(CrmDbContext db, IEnumerable<string> grams, CancellationToken cancellationToken)
    {
        var missing = new List<SearchWord>();
        foreach (var chunk in grams.Distinct(StringComparer.Ordinal).Where(Readings.Has).Chunk(500))
        {
            var known = await db.SearchWords.Where(word => chunk.Contains(word.Gram)).Select(word => word.Gram).Distinct().ToListAsync(cancellationToken);
            missing.AddRange(chunk.Except(known, StringComparer.Ordinal).SelectMany(gram => Readings.Of(gram).Select(reading => new SearchWord { Reading = reading, Gram = gram })));
        }

        await BulkInsert<SearchWord>.OnceAsync(db, missing, cancellationToken);
    }

    private void Take(EntityEntry<ISearchable> entry)
    {
        var record = entry.Entity;
        switch (entry.State)
        {
            case EntityState.Added:
                record.SearchKey = KeyOf(record);
                _written.Add(record);
                break;
            case EntityState.Modified when KeyOf(record) is var key && key != record.SearchKey:
                entry.Property(searchable => searchable.SearchKey).CurrentValue = key;
                _renamed.Add(record);
                break;
            case EntityState.Deleted:
                _deleted.AddRange([(record.SearchKind, record.Id), (record.PhoneKind, record.Id)]);
                break;
        }
    }
}
