using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared;
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
        var counts = new List<IQueryable<Counted>>();
        foreach (var (place, filter) in filters.Index())
        {
            var found = filter.Ids(db, actor, clock, await db.FieldsAsync(filter.Subject, actor, cancellationToken)).Take(most + 1);
            counts.Add(db.Teams.Where(team => team.ParentId == null).OrderBy(team => team.Id).Take(1).Select(_ => new Counted { Place = place, Count = found.Count() }));
        }

        var rows = counts.Count == 0 ? [] : await counts.Aggregate((all, one) => all.Concat(one)).ToListAsync(cancellationToken);
        return [.. rows.OrderBy(row => row.Place).Select(row => row.Count)];
    }

    private sealed class Counted
    {
        public required int Place { get; init; }
        public required int Count { get; init; }
    }
}
