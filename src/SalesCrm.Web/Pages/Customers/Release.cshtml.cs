using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Pool;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Customers;

/// <summary>Puts a customer into the public pool by hand.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class ReleaseModel(ReleaseCustomer release, CustomerDetails details, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public ReleaseCustomer.Input Input { get; set; } = new();

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        var outcome = await release.ExecuteAsync(Id, Input, actor, cancellationToken);
        if (!outcome.IsDone)
        {
            return outcome.Kind == OutcomeKind.NotFound ? NotFound() : this.Refuse(outcome);
        }

        Toast.Show(this, new Text("「{0}」已移入公海", Name), outcome.Value == 0 ? null : $"/acts/{outcome.Value}");
        return this.GoTo("/customers");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await details.FindAsync(Id, actor, cancellationToken) is not { MayEdit: true, OwnerId: not null } customer)
        {
            return false;
        }

        Name = customer.Name;
        return true;
    }
}
