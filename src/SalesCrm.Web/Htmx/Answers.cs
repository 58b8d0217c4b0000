using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Web.Htmx;

/// <summary>How a page answers what came of a use case; decided here for full loads and fragments alike.</summary>
public static class Answers
{
    /// <summary>A form that was not accepted: the same page or partial with what was typed, and 422.</summary>
    public static IActionResult Invalid(this PageModel page, string? partial = null, object? model = null)
    {
        page.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return partial is null ? page.Page() : page.PageOrFragment(partial, model);
    }

    /// <summary>Turns a refusal into the page's answer; problems go beside their fields under <paramref name="prefix"/>.</summary>
    public static IActionResult Refuse(this PageModel page, Outcome outcome, string prefix = "Input", string? partial = null, object? model = null)
    {
        switch (outcome.Kind)
        {
            case OutcomeKind.NotFound:
                return page.NotFound();
            case OutcomeKind.Forbidden when page.Request.Method == HttpMethods.Get:
                return new StatusCodeResult(StatusCodes.Status403Forbidden);
            case OutcomeKind.Done:
                throw new InvalidOperationException("A done outcome is not a refusal.");
        }

        // What could not even be read has its message; that it is missing too would only confuse.
        var unread = page.ModelState.Where(entry => entry.Value?.Errors.Count > 0).Select(entry => entry.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var problem in outcome.Problems)
        {
            var key = problem.Property.Length == 0 || prefix.Length == 0 ? problem.Property : $"{prefix}.{problem.Property}";
            if (key.Length == 0 || !unread.Contains(key))
            {
                page.ModelState.AddModelError(key, Translations.Current.Say(problem.Message));
            }
        }

        var answer = page.Invalid(partial, model);
        page.Response.StatusCode = outcome.Kind switch
        {
            OutcomeKind.Conflict => StatusCodes.Status409Conflict,
            OutcomeKind.Forbidden => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status422UnprocessableEntity,
        };
        return answer;
    }

    /// <summary>The address of our own to which the browser asked to return, as a header can carry it; <paramref name="otherwise"/> for any other.</summary>
    public static string LocalAddress(this PageModel page, string? asked, string otherwise)
        => page.Url.IsLocalUrl(asked) ? string.Concat(asked.EnumerateRunes().Select(rune => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString()))) : otherwise;

    /// <summary>Done: goes on to <paramref name="url"/>, an address of our own.</summary>
    public static IActionResult GoTo(this PageModel page, string url)
    {
        Toast.WaitAt(page, url);
        if (!page.Request.IsFragment())
        {
            return page.LocalRedirect(url);
        }

        page.Response.Headers["HX-Redirect"] = page.Url.IsLocalUrl(url) ? url : "/";
        return new NoContentResult();
    }
}
