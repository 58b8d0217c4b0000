using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers.Pool;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Customers;

/// <summary>Keeps a customer out of the public pool for a while.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class DeferralModel(DeferCustomer defer, FallingCustomers falling, PoolRulesForm rules, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public DeferCustomer.Input Input { get; set; } = new();

    public string Name { get; private set; } = "";

    public DateOnly Until { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        var outcome = await defer.ExecuteAsync(Id, Input, actor, cancellationToken);
        if (!outcome.IsDone)
        {
            return this.Refuse(outcome);
        }

        Toast.Show(this, new Text("已延期到 {0}", outcome.Value));
        return this.GoTo($"/customers/{Id}");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await falling.FindAsync(Id, actor, cancellationToken) is not { } customer)
        {
            return false;
        }

        (Name, Until) = (customer.Name, customer.On.AddDays((await rules.ReadAsync(cancellationToken)).DeferDays));
        return true;
    }
}
