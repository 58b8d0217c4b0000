using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Features;
using SalesCrm.Web.Pages.LeadForms;

namespace SalesCrm.Web.Hosting;

/// <summary>
/// Stands before the public forms, behind the limits on how often one may post. What no person can have sent is turned away here, in a few words and without a page or
/// the database; the rest goes on through a narrow lane, so that a flood of it leaves the processor to everybody else.
/// </summary>
public sealed class FormGate(RequestDelegate next, FormStamp stamps)
{
    /// <summary>Posts that may wait for the lane; as many more as the server takes anyhow would only make everybody wait.</summary>
    private const int Waiting = 32;

    /// <summary>No field of the form takes so much: the longest holds 1,000 characters, which may all be line ends.</summary>
    private const int LongestValue = 2000;

    private static readonly FormOptions Limits = new() { ValueCountLimit = 40, ValueLengthLimit = LongestValue, KeyLengthLimit = 200, MultipartBodyLengthLimit = RequestRules.PublicFormBytes };

    private readonly ConcurrencyLimiter _lane = new(new ConcurrencyLimiterOptions { PermitLimit = Math.Max(1, Environment.ProcessorCount / 2), QueueLimit = Waiting });

    public Task InvokeAsync(HttpContext context)
        => HttpMethods.IsPost(context.Request.Method) && TokenOf(context.Request.Path) is { } token ? PostAsync(context, token) : next(context);

    /// <summary>The form that a path leads to; null for other paths. A page is found by its path in either case, and with a slash behind it.</summary>
    internal static string? TokenOf(PathString path)
        => path.StartsWithSegments("/f", StringComparison.OrdinalIgnoreCase, out var rest) && rest.Value?.Trim('/') is { Length: > 0 } token && !token.Contains('/') ? token : null;

    private async Task PostAsync(HttpContext context, string token)
    {
        if (await ReadAsync(context) is not { } form)
        {
            context.Response.Headers.Connection = "close";
            await ShortAnswer.WriteAsync(context.Response, StatusCodes.Status413PayloadTooLarge, "内容太长，没有提交；请返回上一页缩短后再试");
            return;
        }

        // The trap: people do not see it, programs fill it in. They are told what everybody is told.
        if (form["website"].Any(typed => !string.IsNullOrEmpty(typed)))
        {
            context.Response.Redirect($"{context.Request.PathBase}{new PathString($"/f/{token}/thanks")}{context.Request.QueryString}");
            return;
        }

        if (stamps.Read(form["Stamp"], token).Reading == FormStamp.Reading.Forged)
        {
            await ShortAnswer.WriteAsync(context.Response, StatusCodes.Status400BadRequest, "这个页面已经失效，请返回上一页，重新打开表单");
            return;
        }

        using var lease = await _lane.AcquireAsync(1, context.RequestAborted);
        if (lease.IsAcquired)
        {
            await next(context);
            return;
        }

        context.Response.Headers.RetryAfter = "10";
        await ShortAnswer.WriteAsync(context.Response, StatusCodes.Status429TooManyRequests, ShortAnswer.TooOften);
    }

    /// <summary>Null where it is too long, or no form.</summary>
    private static async Task<IFormCollection?> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > RequestRules.PublicFormBytes)
        {
            return null;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = RequestRules.PublicFormBytes;
        }

        try
        {
            context.Features.Set<IFormFeature>(new FormFeature(context.Request, Limits));
            return context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        }
        catch (Exception refused) when (refused is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }
}
