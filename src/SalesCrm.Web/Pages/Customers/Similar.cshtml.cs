using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Duplicates;
using SalesCrm.Application.Users;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Customers;

/// <summary>Possible duplicates while a new customer's form is filled in; a part of that page only.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class SimilarModel(CustomerDuplicates duplicates, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public CreateCustomer.Input Input { get; set; } = new();

    public IReadOnlyList<CustomerDuplicates.DuplicateRow> Duplicates { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Duplicates = await duplicates.FindAsync(Input.Name, [Input.ContactPhone], [Input.ContactEmail], null, actor, cancellationToken);
        return Partial("_Similar", Duplicates);
    }
}
