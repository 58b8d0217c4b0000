using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Imports.Uploads;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Imports;

/// <summary>Stops a dry run or a commit on its way.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class CancelModel(CancelImport cancel, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Handle { get; set; }

    public async Task<IActionResult> OnGetAsync([FromServices] ImportDetails details, CancellationToken cancellationToken)
        => await details.ReadAsync(Handle, actor, cancellationToken) is null ? NotFound() : this.GoTo($"/imports/{Handle}");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await cancel.ExecuteAsync(Handle, actor, cancellationToken);
        return outcome.Kind == OutcomeKind.NotFound ? NotFound() : this.GoTo($"/imports/{Handle}");
    }
}
