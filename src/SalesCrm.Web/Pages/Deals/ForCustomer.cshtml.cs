using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Deals;

/// <summary>What a customer bought, for his page.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class ForCustomerModel(CustomerDeals deals, CurrentActor actor) : PageModel
{
    public CustomerDeals.Purchases Purchases { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await deals.FindAsync(id, actor, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Purchases = found;
        return this.PageOrFragment("_Purchases", found);
    }
}
