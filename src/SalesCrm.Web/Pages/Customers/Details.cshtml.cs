using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Users;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Customers;

[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Legal, Role.Admin)]
public sealed class DetailsModel(CustomerDetails details, NoteAccess accesses, CurrentActor actor) : PageModel
{
    public CustomerDetails.CustomerCard Customer { get; private set; } = null!;

    public bool MayAssign => Customer.MayEdit && actor.Value.Role is Role.Manager or Role.Admin;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await details.FindAsync(id, actor, cancellationToken) is not { } customer)
        {
            return NotFound();
        }

        if (customer.ConfidentialAt is not null)
        {
            await accesses.OpenedAsync(id, actor, cancellationToken);
        }

        Customer = customer;
        return Page();
    }
}
