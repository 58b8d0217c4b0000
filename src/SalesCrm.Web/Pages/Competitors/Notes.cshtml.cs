using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Competitors;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Competitors;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class NotesModel(AddCompetitorNote add, CompetitorDetails details, CompetitorTimeline timeline, CompanyClock clock, CurrentActor actor) : PageModel
{
    [BindProperty]
    public AddCompetitorNote.Input Input { get; set; } = new();

    public string? Competitor { get; private set; }

    public IReadOnlyList<CompetitorTimeline.Choice> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        Competitor = (await details.FactsAsync(id, cancellationToken))?.Name;
        Input = new() { On = clock.Today, Kind = NoteKind.Other, OperationId = Guid.NewGuid() };
        Choices = await timeline.ChoicesAsync(id, null, actor, cancellationToken);
        return Competitor is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        Competitor = (await details.FactsAsync(id, cancellationToken))?.Name;
        Choices = await timeline.ChoicesAsync(id, Input.OpportunityId, actor, cancellationToken);
        if (!ModelState.IsValid)
        {
            return Competitor is null ? NotFound() : this.Invalid();
        }

        var outcome = await add.ExecuteAsync(id, Input, actor, cancellationToken);
        if (!outcome.IsDone)
        {
            return this.Refuse(outcome);
        }

        Toast.Show(this, "动态已记录");
        return this.GoTo($"/competitors/{id}");
    }
}
