using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Search;

/// <summary>Cuts all names and texts anew and compares the pieces with the search index.</summary>
internal sealed class SearchIndexCheck(CrmDbContext db) : IFigureCheck, ISearchableWork<List<string>>
{
    private const int BatchSize = 1_024;

    public string Name => "search";

    public async Task<IReadOnlyList<string>> FindDifferencesAsync(CancellationToken cancellationToken) =>
    [
        .. (await SearchableKinds.EachAsync(db, this, cancellationToken)).SelectMany(differences => differences),
        .. await TextsAsync(cancellationToken),
        .. await WordsAsync(cancellationToken),
    ];

    public async Task<List<string>> DoAsync<T>(IQueryable<T> records, CancellationToken cancellationToken)
        where T : class, ISearchable
    {
        var (differences, kinds) = (new List<string>(), new HashSet<SearchKind>());
        for (var last = 0L; ;)
        {
            var from = last;
            var batch = await records.AsNoTracking().Where(record => record.Id > from).OrderBy(record => record.Id).Take(BatchSize).ToListAsync(cancellationToken);
            last = batch.Count == 0 ? long.MaxValue : batch[^1].Id;
            kinds.UnionWith(batch.SelectMany(record => new[] { record.SearchKind, record.PhoneKind }));
            var upTo = last;
            var stored = (await db.SearchGrams.AsNoTracking().Where(gram => kinds.Contains(gram.Kind) && gram.SubjectId > from && gram.SubjectId <= upTo).ToListAsync(cancellationToken))
                .Select(gram => (gram.Kind, gram.SubjectId, gram.Place, gram.Gram)).ToHashSet();
            var due = batch.SelectMany(SearchIndex.GramsOf).Select(gram => (gram.Kind, gram.SubjectId, gram.Place, gram.Gram)).ToHashSet();
            differences.AddRange(batch.Where(record => record.SearchKey != SearchIndex.KeyOf(record)).Select(record => FormattableString.Invariant($"{typeof(T).Name} {record.Id} SearchKey is out of date")));
            due.SymmetricExceptWith(stored);
            differences.AddRange(due.Select(gram => gram.SubjectId).Distinct().Select(id => FormattableString.Invariant($"{typeof(T).Name} {id} has other grams than its names")));
            if (batch.Count == 0)
            {
                return differences;
            }
        }
    }

    private async Task<List<string>> TextsAsync(CancellationToken cancellationToken)
    {
        var differences = new List<string>();
        for (var last = 0L; ;)
        {
            var (from, upTo) = (last, last + BatchSize);
            var visits = await db.Visits.AsNoTracking().Where(visit => visit.Id >= from && visit.Id < upTo).Select(visit => new { visit.Id, visit.SearchText }).ToListAsync(cancellationToken);
            var (first, behind) = (TextGram.BlockOf(from), TextGram.BlockOf(upTo));
            var stored = (await db.TextGrams.AsNoTracking().Where(gram => gram.Block >= first && gram.Block < behind).ToListAsync(cancellationToken)).Select(gram => (gram.Block, gram.Gram)).ToHashSet();
            differences.AddRange(visits.Where(visit => SearchIndex.GramsOf(visit.SearchText).Any(gram => !stored.Contains((TextGram.BlockOf(visit.Id), gram))))
                .Select(visit => FormattableString.Invariant($"Visit {visit.Id} is missing in the grams of its block")));
            last = upTo;
            if (visits.Count == 0 && !await db.Visits.AnyAsync(visit => visit.Id >= upTo, cancellationToken))
            {
                return differences;
            }
        }
    }

    private async Task<IEnumerable<string>> WordsAsync(CancellationToken cancellationToken)
    {
        var stored = (await db.SearchWords.AsNoTracking().Where(word => word.Reading != "").ToListAsync(cancellationToken)).ToLookup(word => word.Gram, word => word.Reading);
        var grams = await db.SearchGrams.Select(gram => gram.Gram).Concat(db.TextGrams.Select(gram => gram.Gram)).Distinct().ToListAsync(cancellationToken);
        return grams.Where(Readings.Has).Where(gram => Readings.Of(gram).Except(stored[gram], StringComparer.Ordinal).Any()).Order(StringComparer.Ordinal)
            .Select(gram => $"the gram {gram} is missing among the words");
    }
}
