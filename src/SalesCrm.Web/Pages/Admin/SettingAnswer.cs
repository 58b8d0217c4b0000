using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Settings;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Web.Htmx;

namespace SalesCrm.Web.Pages.Admin;

/// <summary>How the page of a setting answers its form, the page's <c>Input</c>.</summary>
internal static class SettingAnswer
{
    /// <param name="page">Shown again at its own address when done.</param>
    /// <param name="save">Who saves.</param>
    /// <param name="input">What was sent.</param>
    /// <param name="saved">Said when done.</param>
    /// <param name="actor">Who sent it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<IActionResult> SaveAsync<TInput, TRules>(
        this PageModel page, SaveSetting<TInput, TRules> save, TInput input, Text saved, Actor actor, CancellationToken cancellationToken)
        where TInput : SettingInput
        where TRules : class
    {
        if (!page.ModelState.IsValid)
        {
            return page.Invalid();
        }

        var outcome = await save.ExecuteAsync(input, actor, cancellationToken);
        if (outcome.IsDone)
        {
            Toast.Show(page, saved);
            return page.GoTo(page.Request.Path.Value!);
        }

        if (outcome.Kind == OutcomeKind.Conflict)
        {
            // What was typed now stands upon the newer rules; sending it again is a decision.
            (input.Version, _) = ((await save.FormAsync(cancellationToken)).Version, page.ModelState.Remove("Input.Version"));
        }

        return page.Refuse(outcome);
    }
}
