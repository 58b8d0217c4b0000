using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Application.Visits;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Visits;

[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class EditModel(EditVisit edit, VisitDetails details, VisitForm form, CurrentActor actor) : PageModel
{
    [BindProperty]
    public EditVisit.Input Input { get; set; } = new();

    public VisitForm.Choices Choices { get; private set; } = null!;

    public Conflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is not { } stored)
        {
            return NotFound();
        }

        Input = stored;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is not { } stored)
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
            Toast.Show(this, "跟进已保存");
            return this.GoTo($"/visits/{id}");
        }

        if (outcome.Kind == OutcomeKind.Conflict)
        {
            Conflict = VisitConflict.Between(Input, stored, Choices, await details.LastChangeAsync(id, cancellationToken));
        }

        return this.Refuse(outcome);
    }

    /// <summary>What is stored now; null where the actor may not change it.</summary>
    private async Task<EditVisit.Input?> LoadAsync(long id, CancellationToken cancellationToken)
    {
        if (await details.FormAsync(id, actor, cancellationToken) is not { } found
            || await form.ReadAsync(found.CustomerId, found.Input.OpportunityId, actor, cancellationToken) is not { } choices)
        {
            return null;
        }

        Choices = choices;
        return found.Input;
    }
}
