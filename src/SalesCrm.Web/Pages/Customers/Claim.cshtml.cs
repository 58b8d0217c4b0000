using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers.Pool;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Customers;

/// <summary>What may be known of a customer in the pool, and the button that takes him.</summary>
[OnlyFor(Role.Rep, Role.Manager)]
public sealed class ClaimModel(ClaimCustomer claim, PoolList pool, CurrentActor actor) : PageModel
{
    /// <summary>Null when somebody has taken him.</summary>
    public PoolList.PoolRow? Customer { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        Customer = await pool.FindAsync(id, actor, cancellationToken);
        return Customer is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        var outcome = await claim.ExecuteAsync(id, actor, cancellationToken);
        if (outcome.IsDone)
        {
            Toast.Show(this, "已领取，这家客户现在由您跟进");
            return this.GoTo($"/customers/{id}");
        }

        if (outcome.Kind == OutcomeKind.NotFound)
        {
            return NotFound();
        }

        Customer = await pool.FindAsync(id, actor, cancellationToken);
        return this.Refuse(outcome, "");
    }
}
