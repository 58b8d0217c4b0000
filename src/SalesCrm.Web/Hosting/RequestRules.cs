using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Web.Htmx;

namespace SalesCrm.Web.Hosting;

/// <summary>What every request has to keep to, before any page sees it.</summary>
public static class RequestRules
{
    public const int FormBytes = 1024 * 1024;

    /// <summary>Forms that strangers fill in: every field at its longest, three bytes a character and again three for its coding, and some room.</summary>
    public const int PublicFormBytes = 32 * 1024;

    /// <summary>Only for pages that take files: <c>[RequestSizeLimit(RequestRules.FileBytes), RequestFormLimits(MultipartBodyLengthLimit = RequestRules.FileBytes)]</c>.</summary>
    public const int FileBytes = 20 * 1024 * 1024;

    /// <summary>Only for pages that take several files at once.</summary>
    public const int FilesBytes = 60 * 1024 * 1024;

    public static void AddRequestRules(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = FormBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
            kestrel.Limits.MaxRequestHeaderCount = 100;
            kestrel.Limits.MaxRequestLineSize = 8 * 1024;
            kestrel.Limits.MaxConcurrentConnections = 500;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(30);
        });
        builder.Services.Configure<FormOptions>(form =>
        {
            form.MultipartBodyLengthLimit = FormBytes;
            form.ValueLengthLimit = FormBytes;
        });
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var proxy in Listed(builder.Configuration["ForwardedHeaders:KnownProxies"]))
            {
                options.KnownProxies.Add(System.Net.IPAddress.Parse(proxy));
            }

            foreach (var network in Listed(builder.Configuration["ForwardedHeaders:KnownNetworks"]))
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
            }
        });
    }

    /// <summary>405 for methods that no page has.</summary>
    public static IApplicationBuilder UseMethodRule(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Method is "GET" or "HEAD" or "POST")
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = "GET, HEAD, POST";
        return Task.CompletedTask;
    });

    /// <summary>415 for a form in an alphabet that the platform refuses to read (UTF-7), which would end as a failure of ours.</summary>
    public static IApplicationBuilder UseReadableForms(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        try
        {
            _ = MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) ? type.Encoding : null;
        }
        catch (NotSupportedException)
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return Task.CompletedTask;
        }

        return next(context);
    });

    /// <summary>
    /// A database that stays locked or cannot be reached is no bug: 503, and the browser may ask again. Nor is a record that somebody else changed
    /// at the same moment: 409, where no page says more. A text that no form found too long and no column takes is one, but the answer is still
    /// plain: too large, not saved.
    /// </summary>
    public static IApplicationBuilder UseBusyAnswer(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted && IsBusy(exception, context.RequestServices.GetRequiredService<DatabaseEngine>()))
        {
            context.RequestServices.GetRequiredService<ILogger<DatabaseBusyException>>().LogWarning("The database is busy or unreachable: {Reason}", exception.GetBaseException().Message);
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "3";
        }
        catch (DbUpdateConcurrencyException) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status409Conflict;
            if (context.Request.IsFragment())
            {
                // The page of the refusal does not belong into the part of the page that was asked for.
                context.Response.Headers["HX-Reswap"] = "none";
                new Toast(Translations.Current.Say("其他人刚刚改动了同一条记录，没有保存；请刷新后再试"), null, new Dictionary<string, string>()).Announce(context.Response);
            }
        }
        catch (Exception exception) when (!context.Response.HasStarted && IsTooLong(exception, context.RequestServices.GetRequiredService<DatabaseEngine>()))
        {
            context.RequestServices.GetRequiredService<ILogger<TextTooLongException>>().LogError("A text does not fit its column: {Reason}", ReasonOf(exception));
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        }
    });

    private static bool IsBusy(Exception exception, DatabaseEngine engine) => Causes(exception).Any(cause => cause is DatabaseBusyException || engine.IsBusy(cause));

    private static bool IsTooLong(Exception exception, DatabaseEngine engine) => Causes(exception).Any(cause => cause is TextTooLongException || engine.IsTooLong(cause));

    /// <summary>Our own words name the column; the server's would quote the text, which may be confidential.</summary>
    private static string ReasonOf(Exception exception) => Causes(exception).OfType<TextTooLongException>().FirstOrDefault()?.Message ?? exception.GetBaseException().GetType().Name;

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }

    private static string[] Listed(string? setting) => setting?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
