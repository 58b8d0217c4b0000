using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Customers;

/// <summary>Closes a customer's file to all but those who are named, or opens it again.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class ConfidentialityModel(MarkConfidential mark, CustomerDetails details, CurrentActor actor) : PageModel
{
    [BindProperty]
    public MarkConfidential.Input Input { get; set; } = new();

    public MarkConfidential.Form Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
        => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var outcome = await mark.ExecuteAsync(id, Input, actor, cancellationToken);
        if (!outcome.IsDone)
        {
            return this.Refuse(outcome);
        }

        Toast.Show(this, Input.IsConfidential ? "已设为机密" : "已取消机密");

        // An admin who closes a file closes it to himself too.
        return this.GoTo(await details.IsSeenAsync(id, actor, cancellationToken) ? $"/customers/{id}" : "/customers");
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        if (await mark.FindAsync(id, actor, cancellationToken) is not { } form)
        {
            return false;
        }

        Form = form;
        return true;
    }
}
