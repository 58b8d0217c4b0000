using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using SalesCrm.Web.Formats;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Navigation;

namespace SalesCrm.Web.Hosting;

/// <summary>What every page needs around it: languages, formats, navigation, headers, error pages.</summary>
public static class WebShell
{
    public static IServiceCollection AddWebShell(this IServiceCollection services)
    {
        services.AddSingleton<Localizer>();
        services.AddSingleton<Show>();
        services.AddSingleton<SiteNavigation>();
        services.Configure<MvcOptions>(ModelMessages.Configure);
        services.Configure<KestrelServerOptions>(options => options.AddServerHeader = false);
        services.Configure<AntiforgeryOptions>(options => options.SuppressXFrameOptionsHeader = true);
        services.AddSingleton<ITempDataProvider, NoteCookie>();
        return services;
    }

    /// <summary>Goes first in the pipeline, before routing and authentication, so that errors and files too have headers and a language.</summary>
    public static WebApplication UseWebShell(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseRequestLocalization(Languages.Options());
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/errors/500",
            StatusCodeSelector = exception => exception is Microsoft.AspNetCore.Http.BadHttpRequestException refused ? refused.StatusCode : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePagesWithReExecute("/errors/{0}");
        return app;
    }
}
