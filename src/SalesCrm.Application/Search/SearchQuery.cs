using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Search;

/// <summary>What somebody typed into a search box, ready to narrow a query.</summary>
internal static class SearchQuery
{
    /// <summary>
    /// The records of <paramref name="source"/> whose names, numbers or phone digits contain what was typed, in any script, width or case, by pinyin
    /// or with another legal form. Nothing typed narrows nothing; nothing searchable finds nothing.
    /// </summary>
    internal static IQueryable<T> Matching<T>(this IQueryable<T> source, CrmDbContext db, SearchKind kind, string? typed, SearchPlan? plan = null)
        where T : class, ISearchable
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return source;
        }

        var key = KeyOf(kind, typed);
        return key.Length == 0
            ? source.Where(_ => false)
            : source.Where((plan?.Ways ?? new SearchWays(db, kind, key)).Hit<T>(key, plan?.Mode ?? SearchMode.Fetched, plan?.Most));
    }

    /// <summary>Whole names first, then those that begin with what was typed, then those that hold it, and last what is only read like it.</summary>
    internal static IOrderedQueryable<T> Ranked<T>(this IQueryable<T> found, SearchKind kind, string? typed)
        where T : class, ISearchable
    {
        var key = KeyOf(kind, typed);
        var (line, later) = (key + "\n", "\n" + key);
        return found.OrderBy(record => record.SearchKey == key || record.SearchKey.StartsWith(line) ? 0
            : record.SearchKey.StartsWith(key) || record.SearchKey.Contains(later) ? 1
            : record.SearchKey.Contains(key) ? 2 : 3);
    }

    /// <summary>What is compared: a company is found with any legal form or none.</summary>
    internal static string KeyOf(SearchKind kind, string? typed) => kind switch
    {
        SearchKind.Customer or SearchKind.Lead or SearchKind.Competitor => NameKey.OfCompany(Dialled(typed)),
        _ => NameKey.Of(Dialled(typed)),
    };

    /// <summary>A phone number in any writing (+86 138-0013-8000) as its digits, which are what the index holds.</summary>
    private static string? Dialled(string? typed) => PhoneKey.Of(typed) is { } phone ? phone.Number.TrimStart('+') : typed;
}
