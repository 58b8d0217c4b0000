using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Opportunities;

[OnlyFor(Role.Manager, Role.Admin)]
public sealed class AssignmentModel(AssignOpportunity assign, OpportunityDetails details, People people, CurrentActor actor) : PageModel
{
    [BindProperty]
    public AssignOpportunity.Input Input { get; set; } = new();

    public OpportunityFacts Facts { get; private set; } = null!;

    public IReadOnlyList<People.Person> Owners { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = new() { OwnerId = Facts.OwnerId, Version = Facts.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var outcome = await assign.ExecuteAsync(id, Input, actor, cancellationToken);
        if (!outcome.IsDone)
        {
            return this.Refuse(outcome);
        }

        Toast.Show(this, "负责人已改派");
        return this.GoTo($"/opportunities/{id}");
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        Owners = await people.OwnersAsync(actor, cancellationToken);
        if (await details.FindAsync(id, actor, cancellationToken) is not { Facts: { MayWork: true } facts })
        {
            return false;
        }

        Facts = facts;
        return true;
    }
}
