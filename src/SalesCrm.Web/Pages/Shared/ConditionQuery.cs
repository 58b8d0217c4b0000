using SalesCrm.Application.Filters;

namespace SalesCrm.Web.Pages.Shared;

/// <summary>What the address of a list asks.</summary>
public static class ConditionQuery
{
    public static ConditionSet? Of(HttpRequest request) => Of(request.Query);

    public static ConditionSet? Of(IQueryCollection query) => ConditionSet.Of(query[ConditionSet.Parameter]);

    /// <summary>All parameters, each value by itself.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Pairs(HttpRequest request)
        => [.. request.Query.SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? ""))];
}
