using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Opportunities;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class EditModel(EditOpportunity edit, OpportunityForm form, OpportunityChoices choices, CurrentActor actor) : PageModel
{
    [BindProperty]
    public EditOpportunity.Input Input { get; set; } = new();

    public OpportunityChoices Choices => choices;

    public Conflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await form.FindAsync(id, actor, cancellationToken) is not { } input)
        {
            return NotFound();
        }

        Input = input;
        await choices.LoadAsync(Input, actor, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        if (await form.FindAsync(id, actor, cancellationToken) is not { } stored)
        {
            return NotFound();
        }

        await choices.LoadAsync(Input, actor, cancellationToken);
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var outcome = await edit.ExecuteAsync(id, Input, actor, cancellationToken);
        if (outcome.IsDone)
        {
            Toast.Show(this, "已保存");
            return this.GoTo($"/opportunities/{id}");
        }

        if (outcome.Kind == OutcomeKind.Conflict)
        {
            Conflict = new(await form.LastChangeAsync(id, cancellationToken), stored.Version.ToString(), OpportunityConflict.Fields(Input, stored, choices));
        }

        return this.Refuse(outcome);
    }
}
