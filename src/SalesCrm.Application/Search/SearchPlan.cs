using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;

namespace SalesCrm.Application.Search;

/// <summary>How a list finds what was typed; made before the list is counted and read.</summary>
internal sealed record SearchPlan(SearchWays Ways, bool OneByOne)
{
    /// <summary>Null where nothing that can be looked up was typed.</summary>
    public static async Task<SearchPlan?> OfAsync(CrmDbContext db, SearchKind kind, string? typed, Actor actor, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(typed) || SearchQuery.KeyOf(kind, typed) is not { Length: > 0 } key)
        {
            return null;
        }

        var ways = new SearchWays(db, kind, key);
        if (actor.Sight == Sight.Own && ways.AreWritten)
        {
            // His own records are fewer than the hits may be.
            return new SearchPlan(ways, true);
        }

        await ways.AskAsync(cancellationToken);
        return new SearchPlan(ways, ways.AreCommon && (actor.Sight == Sight.Own || (actor.Sight == Sight.Team && ways.AreWritten)));
    }

    /// <summary>The plan for reading a page of a list that has so many rows.</summary>
    public SearchPlan For(int total) => this with { OneByOne = OneByOne || total > (Ways.AreWritten ? Counting.Few : Counting.Most) };
}
