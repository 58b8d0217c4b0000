using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Competitors;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Competitors.Notes;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class EditModel(EditCompetitorNote edit, CompetitorTimeline timeline, CurrentActor actor) : PageModel
{
    [BindProperty]
    public EditCompetitorNote.Input Input { get; set; } = new();

    public IReadOnlyList<CompetitorTimeline.Choice> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, long noteId, CancellationToken cancellationToken)
    {
        if (await edit.FindAsync(id, noteId, actor, cancellationToken) is not { } stored)
        {
            return NotFound();
        }

        Input = stored;
        Choices = await timeline.ChoicesAsync(id, Input.OpportunityId, actor, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, long noteId, CancellationToken cancellationToken)
    {
        if (await edit.FindAsync(id, noteId, actor, cancellationToken) is not { } stored)
        {
            return NotFound();
        }

        Choices = await timeline.ChoicesAsync(id, Input.OpportunityId, actor, cancellationToken);
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var outcome = await edit.ExecuteAsync(id, noteId, Input, actor, cancellationToken);
        if (outcome.IsDone)
        {
            Toast.Show(this, Input.IsArchived ? "动态已归档" : "已保存");
            return this.GoTo($"/competitors/{id}");
        }

        if (outcome.Kind == OutcomeKind.Conflict)
        {
            // What was typed now stands upon the newer version; sending it again is a decision.
            (Input.Version, _) = (stored.Version, ModelState.Remove("Input.Version"));
        }

        return this.Refuse(outcome);
    }
}
