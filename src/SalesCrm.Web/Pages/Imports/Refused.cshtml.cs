using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Imports.Uploads;
using SalesCrm.Application.Users;
using SalesCrm.Web.Formats;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Imports;

/// <summary>The refused rows as a workbook.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class RefusedModel(RefusedRows refused, CurrentActor actor) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid handle, CancellationToken cancellationToken)
        => await refused.ReadAsync(handle, actor, cancellationToken) is { } result ? new WorkbookResult(result.FileName, result.Sheets) : NotFound();
}
