using SalesCrm.Application.Fields;

namespace SalesCrm.Web.Pages.Shared;

/// <summary>What the address of a list demands of the admin's own fields.</summary>
public static class FieldQuery
{
    public static FieldFilter? Of(HttpRequest request) => Of(request.Query);

    public static FieldFilter? Of(IQueryCollection query)
        => FieldFilter.Of(query.SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value)));
}
