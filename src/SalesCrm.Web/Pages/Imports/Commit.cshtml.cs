using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Imports.Downloads;
using SalesCrm.Application.Imports.Uploads;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Imports;

/// <summary>Has a tried file written; the result's page shows how far it is.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class CommitModel(CommitImport commit, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Handle { get; set; }

    [BindProperty]
    public bool AllOrNothing { get; set; }

    [BindProperty]
    public ConflictChoice Conflicts { get; set; }

    public async Task<IActionResult> OnGetAsync([FromServices] ImportDetails details, CancellationToken cancellationToken)
        => await details.ReadAsync(Handle, actor, cancellationToken) is null ? NotFound() : this.GoTo($"/imports/{Handle}");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await commit.ExecuteAsync(Handle, AllOrNothing, Conflicts, actor, cancellationToken);
        if (outcome.Kind == OutcomeKind.NotFound)
        {
            return NotFound();
        }

        return this.GoTo(outcome.IsDone ? $"/imports/{Handle}" : $"/imports/{Handle}/check");
    }
}
