using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Customers;

/// <summary>The facts of a customer's file: a part of his page, shown again when an edit in it is dropped.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Legal, Role.Admin)]
public sealed class FileModel(CustomerDetails details, CurrentActor actor) : PageModel
{
    public CustomerDetails.CustomerCard Customer { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await details.FindAsync(id, actor, cancellationToken) is not { } customer)
        {
            return NotFound();
        }

        Customer = customer;
        return this.PageOrFragment("_File", customer);
    }
}
