using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Customers;

[OnlyFor(Role.Manager, Role.Admin)]
public sealed class AssignmentModel(AssignCustomer assign, CustomerDetails details, People people, CurrentActor actor) : PageModel
{
    [BindProperty]
    public long? OwnerId { get; set; }

    public CustomerDetails.CustomerCard Customer { get; private set; } = null!;

    public IReadOnlyList<People.Person> Owners { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        OwnerId = Customer.OwnerId;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var outcome = await assign.ExecuteAsync(id, OwnerId ?? 0, actor, cancellationToken);
        if (!outcome.IsDone)
        {
            return this.Refuse(outcome, "");
        }

        Toast.Show(this, "跟进人已改派");
        return this.GoTo($"/customers/{id}");
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        Owners = await people.OwnersAsync(actor, cancellationToken);
        if (await details.FindAsync(id, actor, cancellationToken) is not { MayEdit: true } customer)
        {
            return false;
        }

        Customer = customer;
        return true;
    }
}
