using SalesCrm.Application.Areas;

namespace SalesCrm.Web.Hosting;

/// <summary>Pages of an area that is off are not there, for anybody. Stands before routing, so that no page can forget it.</summary>
public static class AreaGate
{
    public static IApplicationBuilder UseAreas(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var off = await context.RequestServices.GetRequiredService<AreaSwitches>().ReadAsync(context.RequestAborted);
        context.Features.Set(off);
        if (off.HasRoute(context.Request.Path))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await next(context);
    });

    /// <summary>The areas that are off, as they were when the request came in.</summary>
    public static AreaSwitches.Off AreasOff(this HttpContext? context) => context?.Features.Get<AreaSwitches.Off>() ?? AreaSwitches.Off.Nothing;
}
