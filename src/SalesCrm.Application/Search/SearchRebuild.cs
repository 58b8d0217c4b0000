using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Search;

/// <summary>Writes the whole search index anew when a newer version of the product cuts or reads names in another way.</summary>
internal sealed class SearchRebuild(CrmDbContext db) : ISearchableWork<int>
{
    /// <summary>To be raised with every change of keys, grams or readings.</summary>
    internal const string Shape = "3";

    private const int BatchSize = 500;

    /// <summary>Rebuilds what was written in another shape, in batches; one that was interrupted begins anew.</summary>
    public static async Task EnsureAsync(CrmDbContext db, CancellationToken cancellationToken)
    {
        // The word without a reading says in which shape the index is.
        if (await db.SearchWords.AnyAsync(word => word.Reading == "" && word.Gram == Shape, cancellationToken))
        {
            return;
        }

        await db.InTransactionAsync(Actor.System, async token =>
        {
            await db.SearchGrams.ExecuteDeleteAsync(token);
            await db.TextGrams.ExecuteDeleteAsync(token);
            return await db.SearchWords.ExecuteDeleteAsync(token);
        }, cancellationToken);
        await db.Engine.FillAsync(db, [db.Model.FindEntityType(typeof(SearchGram))!.GetTableName()!], async () =>
        {
            await SearchableKinds.EachAsync(db, new SearchRebuild(db), cancellationToken);
            await BatchesAsync(db, db.Visits, texts => SearchIndex.AddAsync(db, [], texts, cancellationToken), cancellationToken);
        }, cancellationToken);
        await db.InTransactionAsync(Actor.System, async token =>
        {
            await BulkInsert<SearchWord>.OnceAsync(db, [new SearchWord { Reading = "", Gram = Shape }], token);
            return 0;
        }, cancellationToken);
    }

    /// <returns>How many records.</returns>
    public Task<int> DoAsync<T>(IQueryable<T> records, CancellationToken cancellationToken)
        where T : class, ISearchable
        => BatchesAsync(db, records, async batch =>
        {
            foreach (var record in batch)
            {
                var (id, key) = (record.Id, SearchIndex.KeyOf(record));
                if (record.SearchKey != key)
                {
                    // Past the tracker: that the index moved on is no change of the record.
                    await records.Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(one => one.SearchKey, key), cancellationToken);
                }
            }

            await SearchIndex.AddAsync(db, batch, [], cancellationToken);
        }, cancellationToken);

    private static async Task<int> BatchesAsync<T>(CrmDbContext db, IQueryable<T> rows, Func<List<T>, Task> write, CancellationToken cancellationToken)
        where T : class
    {
        var count = 0;
        for (var last = 0L; ;)
        {
            var from = last;
            var batch = await rows.AsNoTracking().Where(row => EF.Property<long>(row, "Id") > from).OrderBy(row => EF.Property<long>(row, "Id")).Take(BatchSize).ToListAsync(cancellationToken);
            if (batch.Count == 0)
            {
                return count;
            }

            count += batch.Count;
            last = batch[^1] switch { ISearchable record => record.Id, ISearchableText text => text.Id, _ => throw new InvalidOperationException() };
            await db.InTransactionAsync(Actor.System, async _ =>
            {
                await write(batch);
                return 0;
            }, cancellationToken);
        }
    }
}
