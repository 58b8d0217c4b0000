using Microsoft.EntityFrameworkCore;

namespace SalesCrm.Application.Shared.Paging;

/// <summary>How many rows a list has and what they come to.</summary>
internal static class ListSums
{
    /// <summary>
    /// Count and sum in yuan; no sum where there are more rows than are counted. Nothing is asked of the database where the list's first page found so many.
    /// </summary>
    public static async Task<(int Count, decimal? Amount)> SumForAsync(this IQueryable<decimal?> amounts, PageRequest request, CancellationToken cancellationToken)
    {
        if (request.Counted is > Counting.Most and var many)
        {
            return (many, null);
        }

        var sums = await amounts.Take(Counting.Most + 1).GroupBy(_ => 1).Select(all => new { Count = all.Count(), Amount = all.Sum() }).SingleOrDefaultAsync(cancellationToken);
        return (sums?.Count ?? 0, sums?.Count > Counting.Most ? null : sums?.Amount ?? 0);
    }
}
