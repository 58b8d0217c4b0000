using SalesCrm.Application.Database;

namespace SalesCrm.Application.Search;

/// <summary>Something to be done with each kind of record that is found by its names.</summary>
internal interface ISearchableWork<TResult>
{
    Task<TResult> DoAsync<T>(IQueryable<T> records, CancellationToken cancellationToken)
        where T : class, ISearchable;
}

/// <summary>The kinds of records that are found by their names: the one list of them.</summary>
internal static class SearchableKinds
{
    public static async Task<IReadOnlyList<TResult>> EachAsync<TResult>(CrmDbContext db, ISearchableWork<TResult> work, CancellationToken cancellationToken) =>
    [
        await work.DoAsync(db.Customers, cancellationToken),
        await work.DoAsync(db.Contacts, cancellationToken),
        await work.DoAsync(db.Opportunities, cancellationToken),
        await work.DoAsync(db.Leads, cancellationToken),
        await work.DoAsync(db.Competitors, cancellationToken),
        await work.DoAsync(db.Scripts, cancellationToken),
    ];
}
