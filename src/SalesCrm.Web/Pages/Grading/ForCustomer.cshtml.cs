using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Grading;

[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Legal, Role.Admin)]
public sealed class ForCustomerModel(GradeCard cards, CurrentActor actor) : PageModel
{
    public GradeCardView Card { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await cards.FindAsync(id, actor, cancellationToken) is not { } card)
        {
            return NotFound();
        }

        Card = card;
        return this.PageOrFragment("_Card", card);
    }
}
