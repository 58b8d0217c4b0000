using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Customers.Pool;
using SalesCrm.Application.Customers.Tidy;
using SalesCrm.Application.Upgrades;
using SalesCrm.Application.Users;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Customers;

[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Legal, Role.Admin)]
public sealed class DetailsModel(CustomerDetails details, FallingCustomers falling, ConfirmCustomers confirming, CurrentActor actor) : PageModel
{
    public CustomerDetails.CustomerCard Customer { get; private set; } = null!;

    public bool MayAssign => Customer.MayEdit && actor.Value.Role is Role.Manager or Role.Admin;

    public bool MaySell => Customer.MayWork && Customer.ArchivedAt is null && actor.Value.Role is (Role.Rep or Role.Manager or Role.Admin);

    public bool MaySeeSurveys => actor.Value.Role is not Role.Legal;

    public bool MayAsk => MaySeeSurveys && Customer is { MayWork: true, ArchivedAt: null };

    /// <summary>Only of those who could be brought up, or whose bringing up has begun; the panel itself says the rest.</summary>
    public bool SeesUpgrades { get; private set; }

    /// <summary>Set when he falls into the public pool soon.</summary>
    public FallingCustomers.FallingRow? Falling { get; private set; }

    /// <summary>Nobody has confirmed the file for long.</summary>
    public bool IsStale { get; private set; }

    public bool MayRelease => Customer is { MayEdit: true, OwnerId: not null, ArchivedAt: null } && actor.Value.Role is Role.Rep or Role.Manager or Role.Admin;

    public async Task<IActionResult> OnGetAsync(long id, [FromServices] NoteAccess accesses, [FromServices] UpgradeDetails upgrades, CancellationToken cancellationToken)
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
        Falling = await falling.FindAsync(id, actor, cancellationToken);
        SeesUpgrades = actor.Value.Role is Role.Rep or Role.Manager or Role.Admin && await upgrades.ConcernsAsync(id, customer.Grade, actor, cancellationToken);
        IsStale = customer is { MayEdit: true, ArchivedAt: null } && await confirming.IsStaleAsync(customer.ConfirmedAt, cancellationToken);
        return Page();
    }
}
