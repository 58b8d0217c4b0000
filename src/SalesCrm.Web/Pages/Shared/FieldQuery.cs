using SalesCrm.Application.Fields;

namespace SalesCrm.Web.Pages.Shared;

/// <summary>What the address of a list demands of the admin's own fields.</summary>
public static class FieldQuery
{
    public static FieldFilter? Of(HttpRequest request)
        => FieldFilter.Of(request.Query.SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value)));
}
