using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Imports;
using SalesCrm.Application.Imports.Uploads;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Imports;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class DetailsModel(ImportDetails details, CurrentActor actor) : PageModel, IImportReportPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Handle { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Rows { get; set; }

    public ImportDetails.Card Import { get; private set; } = null!;

    public string Path => $"/imports/{Handle}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await details.ReadAsync(Handle, actor, cancellationToken) is not { } import)
        {
            return NotFound();
        }

        Import = import;
        return import.State switch
        {
            ImportState.Uploaded => this.GoTo($"/imports/{Handle}/mapping"),
            ImportState.Checking or ImportState.Checked => this.GoTo($"/imports/{Handle}/check"),
            _ => this.PageOrFragment("_Report"),
        };
    }
}
