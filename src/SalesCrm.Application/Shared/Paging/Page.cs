using Microsoft.EntityFrameworkCore;

namespace SalesCrm.Application.Shared.Paging;

/// <summary>Which page of a list is wanted.</summary>
/// <param name="Sort">Name of the order, as the list offers it; the list's own where empty or unknown.</param>
/// <param name="Descending">Turns the order round.</param>
/// <param name="Cursor">Where to go on, as an earlier page handed it out; the beginning where empty or damaged.</param>
/// <param name="Size">Rows on a page.</param>
public sealed record PageRequest(string? Sort = null, bool Descending = false, string? Cursor = null, int Size = 50)
{
    /// <summary>How many rows the list had on its first page; null on the first. A list is counted when it is opened, not again for each page turned.</summary>
    internal int? Counted => Paging.Cursor.Read(Cursor)?.Total;
}

/// <summary>One page of a list.</summary>
/// <param name="Rows">What the page shows.</param>
/// <param name="Previous">Cursor of the page before; null on the first.</param>
/// <param name="Next">Cursor of the page after; null on the last.</param>
/// <param name="First">1-based place of the first row, as counted while turning pages.</param>
/// <param name="Total">How many rows the whole list had when it was opened, counted up to one more than <see cref="Counting.Most"/>.</param>
public sealed record Page<T>(IReadOnlyList<T> Rows, string? Previous, string? Next, int First, int Total);

/// <summary>How far lists are counted: nobody reads the difference between 84,211 and 84,212, and counting must not grow with the table.</summary>
public static class Counting
{
    /// <summary>Rows of a list, and of its sums.</summary>
    public const int Most = 10_000;

    /// <summary>Rows behind a tab.</summary>
    public const int MostOfTab = 2_000;

    /// <summary>Up to so many rows of a list are fetched and sorted; more are met often enough on the way along its order.</summary>
    internal const int Few = 2_000;

    /// <summary>Rows behind the portrait of a segment.</summary>
    public const int MostOfPortrait = 100_000;

    /// <summary>Counts up to one more than <paramref name="most"/>.</summary>
    internal static Task<int> CountUpToAsync<T>(this IQueryable<T> rows, int most, CancellationToken cancellationToken)
        => rows.Take(most + 1).CountAsync(cancellationToken);

    /// <summary>Counts each of some queries up to <paramref name="most"/>, by one command for all.</summary>
    internal static async Task<IReadOnlyList<int>> CountEachAsync<T>(this IReadOnlyCollection<IQueryable<T>> queries, int most, CancellationToken cancellationToken)
    {
        if (queries.Count == 0)
        {
            return [];
        }

        var counts = await queries.Select((rows, place) => rows.Take(most).GroupBy(_ => 1).Select(all => new { Place = place, Count = all.Count() }))
            .Aggregate((all, one) => all.Concat(one)).ToDictionaryAsync(row => row.Place, row => row.Count, cancellationToken);
        return [.. Enumerable.Range(0, queries.Count).Select(place => counts.GetValueOrDefault(place))];
    }

    /// <summary>How many rows a list has: as its first page counted, or counted now where this is the first.</summary>
    internal static async Task<int> CountForAsync<T>(this IQueryable<T> rows, PageRequest request, CancellationToken cancellationToken)
        => request.Counted ?? await rows.CountUpToAsync(Most, cancellationToken);
}
