using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Imports.Uploads;
using SalesCrm.Application.Users;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Imports;

/// <summary>The mapping as a file.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class ProfileModel(ImportProfileFile profile, CurrentActor actor) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid handle, CancellationToken cancellationToken)
        => await profile.ReadAsync(handle, actor, cancellationToken) is { } json ? File(Encoding.UTF8.GetBytes(json), "application/json", $"mapping-{handle:N}.json") : NotFound();
}
