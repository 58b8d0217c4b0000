using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace SalesCrm.Web.Formats;

/// <summary>The two languages; the choice lives in a cookie, and without one the product speaks Chinese whatever the browser asks for.</summary>
public static class Languages
{
    public const string Cookie = "salescrm.language";
    public const string Chinese = "zh-CN";
    public const string English = "en";

    public static bool IsKnown(string? language) => language is Chinese or English;

    /// <summary>Public forms set no cookie and carry their language in the address.</summary>
    private static bool IsPublic(PathString path) => path.StartsWithSegments("/f", StringComparison.OrdinalIgnoreCase);

    public static RequestLocalizationOptions Options()
    {
        var cultures = new[] { CultureInfo.GetCultureInfo(Chinese), CultureInfo.GetCultureInfo(English) };
        return new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture(cultures[0]),
            SupportedCultures = cultures,
            SupportedUICultures = cultures,
            RequestCultureProviders = [new CustomRequestCultureProvider(context => Task.FromResult(
                IsPublic(context.Request.Path) ? new ProviderCultureResult(context.Request.Query["lang"] == English ? English : Chinese) : null)), new CustomRequestCultureProvider(context => Task.FromResult(
                context.Request.Cookies[Cookie] is { } language && IsKnown(language) ? new ProviderCultureResult(language) : null))],
        };
    }
}
