using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Customers.Contacts;

[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class EditModel(SaveContact save, CurrentActor actor) : PageModel
{
    [BindProperty]
    public SaveContact.Input Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(long id, long contactId, CancellationToken cancellationToken)
    {
        if (await save.FindAsync(id, contactId, actor, cancellationToken) is not { } input)
        {
            return NotFound();
        }

        Input = input;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, long contactId, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var outcome = await save.ExecuteAsync(id, contactId, Input, actor, cancellationToken);
        if (!outcome.IsDone)
        {
            return this.Refuse(outcome);
        }

        Toast.Show(this, "联系人已保存");
        return this.GoTo($"/customers/{id}");
    }
}
