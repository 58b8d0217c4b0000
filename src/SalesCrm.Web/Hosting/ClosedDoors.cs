using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Hosting;

/// <summary>403 instead of 404 for the address of a confidential customer that is closed to who asks; nothing of it is told.</summary>
public sealed class ClosedDoors : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is StatusCodeResult { StatusCode: StatusCodes.Status404NotFound } && CustomerOf(context) is { } id
            && context.HttpContext.RequestServices.GetRequiredService<CurrentActor>() is var actor
            && await context.HttpContext.RequestServices.GetRequiredService<ConfidentialDoor>().IsClosedAsync(id, actor, context.HttpContext.RequestAborted))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
        }

        await next();
    }

    /// <summary>The customer whose page, or part of it, the address names.</summary>
    private static long? CustomerOf(ResultExecutingContext context)
    {
        var route = (context.ActionDescriptor as PageActionDescriptor)?.AttributeRouteInfo?.Template ?? "";
        var isCustomer = route.StartsWith("customers/{id", StringComparison.Ordinal) || route.Contains("/for-customer/{id", StringComparison.Ordinal);
        return isCustomer && long.TryParse(context.RouteData.Values["id"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }
}
