using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Areas;

namespace SalesCrm.Web.Hosting;

/// <summary>Pages of an area that is off are not there, for anybody. Stands before all pages, so that none can forget it.</summary>
public static class AreaGate
{
    public static IApplicationBuilder UseAreas(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        // Files, health and the pages that tell of a failure do without the database.
        if (context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is null || context.Request.Path.StartsWithSegments("/errors"))
        {
            await next(context);
            return;
        }

        var off = await context.RequestServices.GetRequiredService<AreaSwitches>().ReadAsync(context.RequestAborted);
        context.Features.Set(off);
        // By the page that was found, too: a path may be written in more ways than one.
        if (off.HasRoute(context.Request.Path) || off.HasRoute((context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await next(context);
    });

    /// <summary>The areas that are off, as they were when the request came in.</summary>
    public static AreaSwitches.Off AreasOff(this HttpContext? context) => context?.Features.Get<AreaSwitches.Off>() ?? AreaSwitches.Off.Nothing;
}
