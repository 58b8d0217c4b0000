using Microsoft.AspNetCore.StaticAssets;

namespace SalesCrm.Web.Hosting;

/// <summary>The security headers of every answer: pages, files and errors alike (docs/security.md lists them with reasons).</summary>
public sealed class SecurityHeaders(RequestDelegate next, IHostEnvironment environment)
{
    private const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>A file that somebody sent is nobody's page, even where a browser would show it.</summary>
    private const string FilePolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private static readonly string Permissions = string.Join(", ", new[]
    {
        "accelerometer", "autoplay", "browsing-topics", "camera", "clipboard-read", "display-capture", "encrypted-media", "fullscreen", "gamepad", "geolocation",
        "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer", "microphone", "midi", "payment", "picture-in-picture", "publickey-credentials-get",
        "screen-wake-lock", "serial", "usb", "xr-spatial-tracking",
    }.Select(feature => feature + "=()"));

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state =>
        {
            var (context, production) = ((HttpContext, bool))state;
            Write(context, production);
            return Task.CompletedTask;
        }, (context, environment.IsProduction()));
        return next(context);
    }

    private static void Write(HttpContext context, bool production)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = headers.ContentDisposition.ToString().StartsWith("attachment", StringComparison.Ordinal) ? FilePolicy : ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Permissions;
        if (production && context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
        }

        if (context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is { } asset)
        {
            // The build puts a hash of the content into these names.
            if (asset.Route.StartsWith("dist/icons-", StringComparison.Ordinal))
            {
                headers.CacheControl = "max-age=31536000, immutable";
            }
        }
        else if (context.User.Identity is { IsAuthenticated: true } || context.Response.StatusCode >= 400)
        {
            headers.CacheControl = "no-store, max-age=0";
        }

        headers.Remove("Server");
        headers.Remove("X-Powered-By");
    }
}
