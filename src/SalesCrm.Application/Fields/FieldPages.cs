using System.Linq.Expressions;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;

namespace SalesCrm.Application.Fields;

/// <summary>Pages of a list that is narrowed, ordered or widened by the admin's fields.</summary>
internal static class FieldPages
{
    /// <summary>
    /// Counting starts from the values that fulfil the condition, unless the records of a person or a team, or what a search found, are fewer.
    /// </summary>
    public static bool Fetches(Actor actor, bool isSearch) => actor.Sight == Sight.Company && !isSearch;

    /// <summary>The rows of a list that fulfil the conditions, in the way in which so many are best put into an order.</summary>
    /// <param name="rows">The list, from its scope.</param>
    /// <param name="conditions">As <see cref="FieldFilter.Resolve"/> gives them.</param>
    /// <param name="total">How many fulfil them.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="isSearch">Whether a search has narrowed the list.</param>
    internal static IQueryable<T> NarrowedTo<T>(this IQueryable<T> rows, IReadOnlyList<IQueryable<FieldValue>> conditions, int total, Actor actor, bool isSearch)
        where T : class, IAudited
    {
        var found = rows.Narrowed(conditions, total <= Counting.Few && Fetches(actor, isSearch));
        if (conditions.Count == 0 || total > Counting.Few || actor.Sight != Sight.Team || isSearch)
        {
            return found;
        }

        // Few of a team's are not met on the way along the whole company's order: they are listed first.
        var ids = found.Select(row => row.Id);
        return rows.Where(row => ids.Contains(row.Id));
    }

    /// <summary>
    /// One page; where a field narrows the list, or <paramref name="read"/> says how rows are read once their number is known, it is counted first, because how
    /// many there are decides how they are best found.
    /// </summary>
    public static async Task<Page<TRow>> ReadAsync<T, TRow>(
        IQueryable<T> rows, IReadOnlyList<IQueryable<FieldValue>> conditions, ListOrder<T> order, Expression<Func<T, TRow>> select, PageRequest request,
        Actor actor, bool isSearch, CancellationToken cancellationToken, Func<int, IQueryable<T>>? read = null)
        where T : class, IAudited
    {
        if (conditions.Count == 0 && read is null)
        {
            return await order.ReadAsync(rows, select, request, cancellationToken);
        }

        var total = await rows.Narrowed(conditions, Fetches(actor, isSearch)).CountForAsync(request, cancellationToken);
        return await order.ReadAsync((read is null ? rows : read(total)).NarrowedTo(conditions, total, actor, isSearch), select, request, cancellationToken, total);
    }

    /// <summary>The page with the shown fields of its rows, by one command; none where no field is shown.</summary>
    public static async Task<Page<TRow>> WithFieldsAsync<TRow>(
        CrmDbContext db, Page<TRow> page, IReadOnlyList<FieldDefinition> shown, Func<TRow, long> id, Func<TRow, IReadOnlyList<FieldFact>, TRow> with, CancellationToken cancellationToken)
    {
        if (shown.Count == 0 || page.Rows.Count == 0)
        {
            return page;
        }

        var values = await db.ValuesAsync(shown, [.. page.Rows.Select(id)], cancellationToken);
        return page with { Rows = [.. page.Rows.Select(row => with(row, values.FactsOf(shown, id(row))))] };
    }
}
