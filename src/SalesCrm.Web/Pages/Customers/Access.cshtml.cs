using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Users;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Customers;

/// <summary>Who opened, found and exported a confidential customer.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class AccessModel(AccessLog log, CurrentActor actor) : PageModel
{
    public AccessLog.OfCustomer Log { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, string? cursor, CancellationToken cancellationToken)
    {
        if (await log.ReadAsync(id, cursor, actor, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Log = found;
        return Page();
    }
}
