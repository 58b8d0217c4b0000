using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Trials;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin;

[OnlyFor(Role.Admin)]
public sealed class TrialsModel(TrialSettings settings, CurrentActor actor) : PageModel
{
    [BindProperty]
    public int? Days { get; set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => Days = await settings.DaysAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = ModelState.IsValid ? await settings.SaveAsync(Days, actor, cancellationToken) : null;
        if (outcome is { IsDone: true })
        {
            Toast.Show(this, "试用设置已保存");
            return this.GoTo("/admin/trials");
        }

        return outcome is null ? this.Invalid() : this.Refuse(outcome, prefix: "");
    }
}
