using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Users;
using SalesCrm.Application.Visits;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Visits;

[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class DetailsModel(VisitDetails details, CurrentActor actor) : PageModel
{
    public VisitDetails.VisitCard Visit { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await details.ReadAsync(id, actor, cancellationToken) is not { } visit)
        {
            return NotFound();
        }

        Visit = visit;
        return Page();
    }
}
