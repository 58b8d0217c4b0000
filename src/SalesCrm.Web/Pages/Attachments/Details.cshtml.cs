using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Attachments;
using SalesCrm.Application.Users;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Attachments;

/// <summary>An attached file, always to be saved and never shown.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Legal, Role.Admin)]
public sealed class DetailsModel(OpenFile open, CurrentActor actor) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid handle, CancellationToken cancellationToken)
        => await open.FindAsync(handle, actor, cancellationToken) is { } file ? File(file.Bytes, "application/octet-stream", file.Name) : NotFound();
}
