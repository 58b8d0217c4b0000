using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Leads;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class EditModel(EditLead edit, LeadDetails details, LeadScoringForm scoring, LeadChoices choices) : PageModel
{
    [BindProperty]
    public EditLead.Input Input { get; set; } = new();

    public LeadChoices Choices => choices;

    public LeadScoring Scoring { get; private set; } = LeadScoring.Default;

    public LeadDetails.Card Lead { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, [FromServices] CurrentActor actor, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, actor, cancellationToken))
        {
            return NotFound();
        }

        Input = Lead.ToInput();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, [FromServices] CurrentActor actor, CancellationToken cancellationToken)
    {
        var outcome = ModelState.IsValid ? await edit.ExecuteAsync(id, Input, actor, cancellationToken) : null;
        if (outcome is { IsDone: true })
        {
            Toast.Show(this, "线索已保存");
            return this.GoTo($"/leads/{id}");
        }

        return !await LoadAsync(id, actor, cancellationToken) ? NotFound() : outcome is null ? this.Invalid() : this.Refuse(outcome);
    }

    private async Task<bool> LoadAsync(long id, CurrentActor actor, CancellationToken cancellationToken)
    {
        Lead = (await details.FindAsync(id, actor, cancellationToken))!;
        Scoring = await scoring.ReadAsync(cancellationToken);
        await choices.LoadAsync(Lead?.SourceId, actor, cancellationToken);
        return Lead is not null;
    }
}
