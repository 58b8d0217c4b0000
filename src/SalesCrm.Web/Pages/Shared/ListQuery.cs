using SalesCrm.Application.Shared.Paging;
using SalesCrm.Web.TagHelpers;

namespace SalesCrm.Web.Pages.Shared;

/// <summary>Order and place of a list as its address says them.</summary>
public static class ListQuery
{
    /// <param name="request">The request of a list page.</param>
    /// <param name="size">Rows on a page.</param>
    public static PageRequest PageOf(HttpRequest request, int size = 50)
    {
        var sort = request.Query[QueryLink.Sort].ToString();
        var after = request.Query[QueryLink.After].ToString();
        var cursor = after.Length > 0 ? after : request.Query[QueryLink.Before].ToString();
        return sort.StartsWith('-') ? new PageRequest(sort[1..], true, cursor, size) : new PageRequest(sort, false, cursor, size);
    }

    public static Pager Foot<T>(this Page<T> page, string noun = "共 {0} 条") => new(page.Total, page.Rows.Count, page.Previous, page.Next, noun);
}
