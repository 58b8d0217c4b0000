using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Scripts;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Scripts;

[OnlyFor(Role.Manager, Role.Admin)]
public sealed class EditModel(SaveScript save, CurrentActor actor) : PageModel
{
    [BindProperty]
    public SaveScript.Input Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await save.FindAsync(id, cancellationToken) is not { } stored)
        {
            return NotFound();
        }

        Input = stored;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        if (await save.FindAsync(id, cancellationToken) is not { } stored)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var outcome = await save.ExecuteAsync(id, Input, actor, cancellationToken);
        if (outcome.IsDone)
        {
            Toast.Show(this, "话术已保存");
            return this.GoTo("/scripts");
        }

        if (outcome.Kind == OutcomeKind.Conflict)
        {
            // What was typed now stands upon the newer version; sending it again is a decision.
            (Input.Version, _) = (stored.Version, ModelState.Remove("Input.Version"));
        }

        return this.Refuse(outcome);
    }
}
