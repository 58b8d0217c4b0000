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
    public static Task<IActionResult> SaveAsync<TInput, TRules>(
        this PageModel page, SaveSetting<TInput, TRules> save, TInput input, Text saved, Actor actor, CancellationToken cancellationToken)
        where TInput : SettingInput
        where TRules : class
        => page.SaveAsync(input, saved, () => save.ExecuteAsync(input, actor, cancellationToken), async () => (await save.FormAsync(cancellationToken)).Version);

    /// <param name="page">Shown again at its own address when done.</param>
    /// <param name="input">What was sent.</param>
    /// <param name="saved">Said when done.</param>
    /// <param name="save">Saves it.</param>
    /// <param name="version">Of what counts now.</param>
    public static async Task<IActionResult> SaveAsync(this PageModel page, SettingInput input, Text saved, Func<Task<Outcome>> save, Func<Task<Guid>> version)
    {
        if (!page.ModelState.IsValid)
        {
            return page.Invalid();
        }

        var outcome = await save();
        if (outcome.IsDone)
        {
            Toast.Show(page, saved);
            return page.GoTo(page.Request.Path.Value!);
        }

        if (outcome.Kind == OutcomeKind.Conflict)
        {
            // What was typed now stands upon the newer rules; sending it again is a decision.
            (input.Version, _) = (await version(), page.ModelState.Remove("Input.Version"));
        }

        return page.Refuse(outcome);
    }
}
