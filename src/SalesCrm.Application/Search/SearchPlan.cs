using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;

namespace SalesCrm.Application.Search;

/// <summary>How what was typed is found among the records of one kind; made before they are counted and read.</summary>
/// <param name="Ways">The ways in which names can hold it.</param>
/// <param name="Mode">Where the search begins.</param>
internal sealed record SearchPlan(SearchWays Ways, SearchMode Mode)
{
    /// <summary>More hits than that cost more to look up than the records of a person or a team to go through.</summary>
    private const int Fewer = 500;

    /// <summary>Rows of the index that are looked at, for who only wants the first hits; null for all.</summary>
    public int? Most { get; init; }

    /// <summary>Null where nothing that can be looked up was typed.</summary>
    public static async Task<SearchPlan?> OfAsync(CrmDbContext db, SearchKind kind, string? typed, Actor actor, CancellationToken cancellationToken)
        => (await OfAsync(db, [kind], typed, actor, cancellationToken)).GetValueOrDefault(kind);

    /// <summary>For several kinds, by one command at most; without those for which nothing that can be looked up was typed.</summary>
    public static async Task<IReadOnlyDictionary<SearchKind, SearchPlan>> OfAsync(CrmDbContext db, IReadOnlyList<SearchKind> kinds, string? typed, Actor actor, CancellationToken cancellationToken)
    {
        var all = kinds.Select(kind => (Kind: kind, Key: SearchQuery.KeyOf(kind, typed))).Where(asked => asked.Key.Length > 0)
            .ToDictionary(asked => asked.Kind, asked => new SearchWays(db, asked.Kind, asked.Key));

        // His own records are fewer than the hits may be.
        await SearchWays.AskAsync([.. all.Values.Where(ways => actor.Sight != Sight.Own || !ways.AreWritten)], cancellationToken);
        return all.ToDictionary(asked => asked.Key, asked => new SearchPlan(asked.Value, actor.Sight switch
        {
            Sight.Own when asked.Value.AreWritten || asked.Value.AreCommon => SearchMode.OneByOne,
            Sight.Team when asked.Value.AreWritten && asked.Value.AreCommon => SearchMode.OneByOne,
            Sight.Own or Sight.Team when asked.Value.Rows > Fewer => SearchMode.Listed,
            _ => SearchMode.Fetched,
        }));
    }

    /// <summary>The plan for reading a page of a list that has so many rows.</summary>
    public SearchPlan For(int total) => total > (Ways.AreWritten ? Counting.Few : Counting.Most) ? this with { Mode = SearchMode.OneByOne } : this;
}

/// <summary>Where a search begins.</summary>
internal enum SearchMode
{
    /// <summary>All hits, whose records are fetched.</summary>
    Fetched,

    /// <summary>The records that are met, each of which is looked for in the list of all hits.</summary>
    Listed,

    /// <summary>The records that are met, each of which is asked: where records are few or hits are very many.</summary>
    OneByOne,
}

internal static class SearchPlans
{
    /// <summary>How the first hits of a kind are found: of what very many names have, not all rows of the index are looked at. Null where there are none.</summary>
    public static SearchPlan? FirstOf(this IReadOnlyDictionary<SearchKind, SearchPlan> plans, SearchKind kind)
        => plans.GetValueOrDefault(kind) is not { Ways.Rows: not 0 } plan ? null : plan.Ways.AreCommon && plan.Mode == SearchMode.Fetched ? plan with { Most = SearchWays.Common } : plan;
}
