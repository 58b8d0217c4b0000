using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin;

[OnlyFor(Role.Admin)]
public sealed class DiscountsModel(SaveDiscountLimits save, CurrentActor actor) : PageModel
{
    [BindProperty]
    public SaveDiscountLimits.Input Input { get; set; } = new();

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
            Toast.Show(this, "折扣权限已保存");
            return this.GoTo("/admin/discounts");
        }

        if (outcome.Kind == OutcomeKind.Conflict)
        {
            // What was typed now stands upon the newer limits; sending it again is a decision.
            (Input.Version, _) = ((await save.FormAsync(cancellationToken)).Version, ModelState.Remove("Input.Version"));
        }

        return this.Refuse(outcome);
    }
}
