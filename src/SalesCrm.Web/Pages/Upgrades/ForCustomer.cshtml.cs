using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Upgrades;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Upgrades;

/// <summary>How far a customer's way from C to A or B is, for his page.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class ForCustomerModel(UpgradeDetails details, CurrentActor actor) : PageModel
{
    public UpgradeDetails.Panel Panel { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await details.OfCustomerAsync(id, actor, cancellationToken) is not { } panel)
        {
            return NotFound();
        }

        Panel = panel;
        return this.PageOrFragment("_Panel", panel);
    }
}
