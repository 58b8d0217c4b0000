using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin.Fields;

/// <summary>The admin's own fields. Its form moves one within its kind of record.</summary>
[OnlyFor(Role.Admin)]
public sealed class IndexModel(FieldList fields, MoveField move, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public FieldSubject Subject { get; set; } = FieldSubject.Customer;

    [BindProperty]
    public long? Up { get; set; }

    [BindProperty]
    public long? Down { get; set; }

    public IReadOnlyList<FieldList.FieldRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(Subject))
        {
            return NotFound();
        }

        Rows = await fields.ReadAsync(Subject, actor, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await move.ExecuteAsync(Up ?? Down ?? 0, Up is not null, actor, cancellationToken);
        return outcome.IsDone ? this.GoTo($"/admin/fields?subject={Subject}") : this.Refuse(outcome);
    }
}
