using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Competitors;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Competitors;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class EditModel(EditCompetitor edit, CompetitorDetails details, CurrentActor actor) : PageModel
{
    [BindProperty]
    public EditCompetitor.Input Input { get; set; } = new();

    public Conflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await details.FactsAsync(id, cancellationToken) is not { } input)
        {
            return NotFound();
        }

        Input = input;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        if (await details.FactsAsync(id, cancellationToken) is not { } stored)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var outcome = await edit.ExecuteAsync(id, Input, actor, cancellationToken);
        if (outcome.IsDone)
        {
            Toast.Show(this, "已保存");
            return this.GoTo($"/competitors/{id}");
        }

        if (outcome.Kind == OutcomeKind.Conflict)
        {
            Conflict = new(await details.LastChangeAsync(id, cancellationToken), stored.Version.ToString(), CompetitorFields.Compared(Input, stored));
        }

        return this.Refuse(outcome);
    }
}
