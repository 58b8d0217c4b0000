using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Leads;

[OnlyFor(Role.Manager, Role.Admin)]
public sealed class AssignmentModel(AssignLead assign, LeadDetails details, LeadOwners owners, CurrentActor actor) : PageModel
{
    [BindProperty]
    public AssignLead.Input Input { get; set; } = new();

    public LeadDetails.Card Lead { get; private set; } = null!;

    public IReadOnlyList<People.Person> Owners { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = new AssignLead.Input { OwnerId = Lead.OwnerId };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        var outcome = ModelState.IsValid ? await assign.ExecuteAsync(id, Input, actor, cancellationToken) : null;
        if (outcome is { IsDone: true })
        {
            Toast.Show(this, "线索已分配");
            return this.GoTo($"/leads/{id}");
        }

        return !await LoadAsync(id, cancellationToken) ? NotFound() : outcome is null ? this.Invalid() : this.Refuse(outcome);
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        Owners = await owners.ReadAsync(actor, cancellationToken);
        Lead = (await details.FindAsync(id, actor, cancellationToken))!;
        return Lead is not null;
    }
}
