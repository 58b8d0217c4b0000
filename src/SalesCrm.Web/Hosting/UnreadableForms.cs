using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace SalesCrm.Web.Hosting;

/// <summary>
/// 400 for a post that is no form or breaks off in the middle of one; no browser sends such a thing. The framework would go on to the page all the same, with nothing bound: no input, no services,
/// and a page that has to read the form itself could not.
/// </summary>
public sealed class UnreadableForms : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        // What is told of a failure is told to whoever posted what.
        var features = context.HttpContext.Features;
        var isTold = features.Get<IStatusCodeReExecuteFeature>() is not null || features.Get<IExceptionHandlerFeature>() is not null;
        if (HttpMethods.IsPost(context.HttpContext.Request.Method) && !isTold && !await IsReadableAsync(context.HttpContext.Request))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
            return;
        }

        await next();
    }

    /// <summary>Reads it within the limits of its page; whoever asks for it later gets what was read.</summary>
    private static async Task<bool> IsReadableAsync(HttpRequest request)
    {
        try
        {
            return request.HasFormContentType && await request.ReadFormAsync(request.HttpContext.RequestAborted) is not null;
        }
        catch (Exception refused) when (refused is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            return false;
        }
    }
}
