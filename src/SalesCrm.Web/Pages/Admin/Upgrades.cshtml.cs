using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Upgrades;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin;

[OnlyFor(Role.Admin)]
public sealed class UpgradesModel(SaveUpgradeRules save, CurrentActor actor) : PageModel
{
    [BindProperty]
    public SaveUpgradeRules.Input Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancellationToken) => Input = await save.FormAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var outcome = await save.ExecuteAsync(Input, actor, cancellationToken);
        if (outcome.IsDone)
        {
            Toast.Show(this, "升级规则已保存");
            return this.GoTo("/admin/upgrades");
        }

        if (outcome.Kind == OutcomeKind.Conflict)
        {
            // What was typed now stands upon the newer rules; sending it again is a decision.
            (Input.Version, _) = ((await save.FormAsync(cancellationToken)).Version, ModelState.Remove("Input.Version"));
        }

        return this.Refuse(outcome);
    }
}
