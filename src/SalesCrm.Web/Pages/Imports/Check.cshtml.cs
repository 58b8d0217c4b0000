using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Imports;
using SalesCrm.Application.Imports.Kinds;
using SalesCrm.Application.Imports.Uploads;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Imports;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class CheckModel(ImportDetails details, CurrentActor actor) : PageModel, IImportReportPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Handle { get; set; }

    /// <summary>Only rows of this outcome.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Rows { get; set; }

    public ImportDetails.Card Import { get; private set; } = null!;

    public string Path => $"/imports/{Handle}/check";

    public IReadOnlyList<string> Creatable => Import.Kind is { } kind ? [.. Creatables.For(kind, actor).Select(choice => choice.Name)] : [];

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
            ImportState.Committing or ImportState.Committed => this.GoTo($"/imports/{Handle}"),
            _ => this.PageOrFragment("_Report"),
        };
    }
}
