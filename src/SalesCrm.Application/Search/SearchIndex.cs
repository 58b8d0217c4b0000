using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Search;

/// <summary>What one save changes in the index of grams.</summary>
internal sealed class SearchIndex
{
    private readonly List<ISearchable> _written = [];
    private readonly List<ISearchable> _renamed = [];
    private readonly List<(SearchKind Kind, long Id)> _deleted = [];

    /// <summary>Brings the keys of what is about to be saved up to date, and remembers whose grams must follow.</summary>
    public static SearchIndex Of(DbContext db)
    {
        var index = new SearchIndex();
        foreach (var entry in db.ChangeTracker.Entries<ISearchable>().ToList())
        {
            index.Take(entry);
        }

        return index;
    }

    /// <summary>Writes the grams; after the save, when new records have their ids.</summary>
    public async Task WriteAsync(CrmDbContext db, CancellationToken cancellationToken)
    {
        foreach (var kind in _renamed.Select(record => (record.SearchKind, record.Id)).Concat(_deleted).GroupBy(record => record.Item1, record => record.Item2))
        {
            foreach (var ids in kind.Chunk(500))
            {
                await db.SearchGrams.Where(gram => gram.Kind == kind.Key && ids.Contains(gram.SubjectId)).ExecuteDeleteAsync(cancellationToken);
            }
        }

        await GramWriter.InsertAsync(db, _written.Concat(_renamed).SelectMany(GramsOf), cancellationToken);
    }

    /// <summary>The rows that the index must hold for a record.</summary>
    internal static IEnumerable<SearchGram> GramsOf(ISearchable record)
        => record.SearchKey.Split('\n').SelectMany(Grams.Of)
            .Concat(record.SearchPhones.Select(PhoneKey.DigitsOf).SelectMany(Grams.OfDigits))
            .Distinct(StringComparer.Ordinal)
            .Select(gram => new SearchGram { Gram = gram, Kind = record.SearchKind, SubjectId = record.Id });

    /// <summary>The key under which a record is found.</summary>
    internal static string KeyOf(ISearchable record)
        => string.Join('\n', record.SearchNames.Select(NameKey.Of).Concat(record.SearchPhones.Select(PhoneKey.DigitsOf)).Where(key => key.Length > 0).Distinct(StringComparer.Ordinal));

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
                _deleted.Add((record.SearchKind, record.Id));
                break;
        }
    }
}
