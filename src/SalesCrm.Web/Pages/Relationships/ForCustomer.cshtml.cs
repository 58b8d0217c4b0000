using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Relationships;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Relationships;

/// <summary>How a customer and we deal with each other, for his page.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class ForCustomerModel(RelationshipCard cards, CurrentActor actor) : PageModel
{
    public RelationshipCard.Card Card { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await cards.FindAsync(id, actor, cancellationToken) is not { } card)
        {
            return NotFound();
        }

        Card = card;
        return this.PageOrFragment("_Panel", card);
    }
}
