using Microsoft.AspNetCore.WebUtilities;
using SalesCrm.Application.Shared.Paging;

namespace SalesCrm.Web.TagHelpers;

/// <summary>An address of the same list with some of its query changed. The cursor of the page is dropped: another filter or order begins anew.</summary>
public static class QueryLink
{
    public const string Cursor = "cursor";
    public const string Sort = "sort";

    /// <summary>Which page of a list the address asks for: <c>?sort=due</c> or <c>?sort=-due</c>, and the cursor.</summary>
    /// <param name="request">The request.</param>
    /// <param name="standard">The order when the address names none, written the same way.</param>
    /// <param name="size">Rows on a page.</param>
    public static PageRequest Page(HttpRequest request, string standard, int size = 50)
    {
        var sort = request.Query[Sort].ToString() is { Length: > 0 } asked ? asked : standard;
        return new PageRequest(sort.TrimStart('-'), sort.StartsWith('-'), request.Query[Cursor].ToString(), size);
    }

    /// <summary>Sets the given values; null or empty removes the name.</summary>
    public static string With(HttpRequest request, params (string Name, string? Value)[] changes)
    {
        var dropped = changes.Select(change => change.Name).Append(Cursor).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var kept = request.Query.Where(pair => !dropped.Contains(pair.Key)).SelectMany(pair => pair.Value, (pair, value) => (pair.Key, Value: value));
        var added = changes.Where(change => !string.IsNullOrEmpty(change.Value)).Select(change => (Key: change.Name, change.Value));
        var address = request.PathBase + request.Path;
        return kept.Concat(added).Aggregate(address.ToString(), (link, pair) => QueryHelpers.AddQueryString(link, pair.Key, pair.Value ?? ""));
    }

    /// <summary>Takes one value of a name away and keeps its others.</summary>
    public static string Without(HttpRequest request, string name, string value)
    {
        var link = With(request, (name, null));
        return request.Query[name].Where(other => other != value).Aggregate(link, (kept, other) => QueryHelpers.AddQueryString(kept, name, other ?? ""));
    }
}
