using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Imports;
using SalesCrm.Application.Imports.Uploads;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Imports;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class DetailsModel(ImportDetails details, NextSheet next, CurrentActor actor) : PageModel, IImportReportPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Handle { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Rows { get; set; }

    public ImportDetails.Card Import { get; private set; } = null!;

    public string? FurtherSheet { get; private set; }

    public string Path => $"/imports/{Handle}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await details.ReadAsync(Handle, actor, cancellationToken) is not { } import)
        {
            return NotFound();
        }

        Import = import;
        FurtherSheet = import is { State: ImportState.Committed, HasFile: true } ? await next.NameAsync(Handle, actor, cancellationToken) : null;
        return import.State switch
        {
            ImportState.Uploaded => this.GoTo($"/imports/{Handle}/mapping"),
            ImportState.Checking or ImportState.Checked => this.GoTo($"/imports/{Handle}/check"),
            _ => this.PageOrFragment("_Report"),
        };
    }

    /// <summary>Takes the next sheet of the same workbook to its mapping.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await next.ExecuteAsync(Handle, actor, cancellationToken);
        return outcome.IsDone ? this.GoTo($"/imports/{outcome.Value}/mapping") : NotFound();
    }
}
