using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using SalesCrm.Application.LeadForms;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Web.Formats;
using SalesCrm.Web.Hosting;
using SalesCrm.Web.Htmx;

namespace SalesCrm.Web.Pages.LeadForms;

/// <summary>A form for strangers, behind <see cref="FormGate"/>. It sets no cookie; what an antiforgery token does elsewhere its stamp does here, since nobody's session can be misused.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[EnableRateLimiting(RateLimits.PublicForm)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(OpenForms forms, TakePost take, FormStamp stamps) : PageModel
{
    [BindProperty]
    public PostInput Input { get; set; } = new();

    [BindProperty]
    public string? Stamp { get; set; }

    public OpenForms.Form Form { get; private set; } = null!;

    public string NewStamp { get; private set; } = "";

    public string Address => "/f/" + Form.Token + (Translations.Current == Translations.English ? "?lang=" + Languages.English : "");

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken)
    {
        if (await forms.FindAsync(token, cancellationToken) is not { } form)
        {
            return NotFound();
        }

        (Form, NewStamp) = (form, stamps.Make(form.Token));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellationToken)
    {
        if (await forms.FindAsync(token, cancellationToken) is not { } form)
        {
            return NotFound();
        }

        (Form, NewStamp) = (form, Stamp ?? "");
        var (reading, key) = stamps.Read(Stamp, form.Token);
        if (reading != FormStamp.Reading.Good)
        {
            NewStamp = reading == FormStamp.Reading.TooSoon ? NewStamp : stamps.Make(form.Token);
            ModelState.Clear();
            ModelState.AddModelError("", Translations.Current.Say(reading == FormStamp.Reading.TooSoon ? "提交得太快了，请核对一下内容再提交" : "页面打开得太久了，内容还在，请再提交一次"));
            return this.Invalid();
        }

        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var outcome = await take.ExecuteAsync(form, key, Input, cancellationToken);
        return outcome.IsDone ? Thanks() : this.Refuse(outcome);
    }

    /// <summary>The same for whatever became of the post.</summary>
    private LocalRedirectResult Thanks() => LocalRedirect(Address.Replace(Form.Token, Form.Token + "/thanks", StringComparison.Ordinal));
}
