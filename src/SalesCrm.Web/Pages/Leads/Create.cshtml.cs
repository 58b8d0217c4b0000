using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Leads;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class CreateModel(CreateLead create, LeadScoringForm scoring, LeadChoices choices, CurrentActor actor) : PageModel
{
    [BindProperty]
    public CreateLead.Input Input { get; set; } = new();

    public LeadChoices Choices => choices;

    public LeadScoring Scoring { get; private set; } = LeadScoring.Default;

    public bool MayAssign => actor.Value.Role is not Role.Rep;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Input = new CreateLead.Input { OperationId = Guid.NewGuid() };
        await LoadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = ModelState.IsValid ? await create.ExecuteAsync(Input, actor, cancellationToken) : null;
        if (outcome is { IsDone: true })
        {
            Toast.Show(this, "线索已登记");
            return this.GoTo($"/leads/{outcome.Value}");
        }

        await LoadAsync(cancellationToken);
        return outcome is null ? this.Invalid() : this.Refuse(outcome);
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Scoring = await scoring.ReadAsync(cancellationToken);
        await choices.LoadAsync(null, actor, cancellationToken);
    }
}
