using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SalesCrm.Web.Htmx;

/// <summary>One address answers with the whole page, or, when htmx asks for a part, with the partial that the page also includes.</summary>
public static class Fragments
{
    /// <summary>htmx asks for a part. A boosted link that aims at the whole body does not.</summary>
    public static bool IsFragment(this HttpRequest request)
        => request.Headers["HX-Request"] == "true"
        && request.Headers["HX-History-Restore-Request"] != "true"
        && (request.Headers["HX-Boosted"] != "true" || request.Headers.ContainsKey("HX-Target"));

    /// <summary>The page, or its partial when a part was asked for.</summary>
    public static IActionResult PageOrFragment(this PageModel page, string partial, object? model = null)
    {
        page.Response.Headers.AppendCommaSeparatedValues("Vary", "HX-Request", "HX-Target");
        return page.Request.IsFragment() ? page.Partial(partial, model ?? page) : page.Page();
    }
}
