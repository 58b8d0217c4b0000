using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Upgrades;
using SalesCrm.Application.Users;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Upgrades;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class DetailsModel(UpgradeDetails details, CurrentActor actor) : PageModel
{
    public UpgradeDetails.Card Card { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        Card = (await details.FindAsync(id, actor, cancellationToken))!;
        return Card is null ? NotFound() : Page();
    }
}
