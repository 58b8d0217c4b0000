using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Filters;

/// <summary>How many records filters find at this moment, each counted so far and no further; all of them by one command.</summary>
public sealed class FilterCounts(CrmDbContext db, CompanyClock clock)
{
    /// <param name="filters">The filters, as many as a page shows.</param>
    /// <param name="most">Counts up to one more than this.</param>
    /// <param name="actor">Who asks; what he does not see is not counted.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyList<int>> OfAsync(IReadOnlyList<IListFilter> filters, int most, Actor actor, CancellationToken cancellationToken)
    {
        var found = new List<IQueryable<long>>();
        foreach (var filter in filters)
        {
            found.Add(filter.Ids(db, actor, clock, await db.FieldsAsync(filter.Subject, actor, cancellationToken)));
        }

        return await found.CountEachAsync(most + 1, cancellationToken);
    }
}
