using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Customers.Contacts;

[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class CreateModel(SaveContact save, CustomerForm customer, CurrentActor actor) : PageModel
{
    [BindProperty]
    public SaveContact.Input Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        Input.OperationId = Guid.NewGuid();
        return await customer.FindAsync(id, actor, cancellationToken) is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var outcome = await save.ExecuteAsync(id, null, Input, actor, cancellationToken);
        if (!outcome.IsDone)
        {
            return this.Refuse(outcome);
        }

        Toast.Show(this, "联系人已添加");
        return this.GoTo($"/customers/{id}");
    }
}
