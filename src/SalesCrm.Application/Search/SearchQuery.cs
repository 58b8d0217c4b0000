using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Search;

/// <summary>What somebody typed into a search box, ready to narrow a query.</summary>
internal static class SearchQuery
{
    /// <summary>
    /// The records of <paramref name="source"/> whose names, numbers or phone digits contain what was typed, in any script, width or case.
    /// Nothing typed narrows nothing; nothing searchable finds nothing.
    /// </summary>
    internal static IQueryable<T> Matching<T>(this IQueryable<T> source, CrmDbContext db, SearchKind kind, string? typed)
        where T : class, ISearchable
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return source;
        }

        var key = NameKey.Of(typed);
        var grams = Grams.ToFind(key);
        if (grams.Count == 0)
        {
            return source.Where(_ => false);
        }

        foreach (var gram in grams)
        {
            var holders = db.SearchGrams.Where(row => row.Kind == kind && row.Gram == gram).Select(row => row.SubjectId);
            source = source.Where(record => holders.Contains(record.Id));
        }

        return Grams.NeedsCheck(key) ? source.Where(record => record.SearchKey.Contains(key)) : source;
    }
}
