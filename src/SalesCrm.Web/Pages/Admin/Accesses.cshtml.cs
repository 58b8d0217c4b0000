using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Users;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin;

/// <summary>Who saw confidential customers, in the whole company.</summary>
[OnlyFor(Role.Admin)]
public sealed class AccessesModel(AccessLog log, CurrentActor actor) : PageModel
{
    public Page<AccessLog.Line> Lines { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? cursor, CancellationToken cancellationToken)
    {
        if (await log.ReadAsync(cursor, actor, cancellationToken) is not { } lines)
        {
            return NotFound();
        }

        Lines = lines;
        return Page();
    }
}
