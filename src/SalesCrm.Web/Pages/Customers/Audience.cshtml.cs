using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Users;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Customers;

[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class AudienceModel(CustomerAudience audience, CurrentActor actor) : PageModel
{
    public CustomerAudience.Audience People { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await audience.ReadAsync(id, actor, cancellationToken) is not { } people)
        {
            return NotFound();
        }

        People = people;
        return Page();
    }
}
