using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Opportunities.Milestones;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Opportunities;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class MilestonesModel(SaveMilestone save, OpportunityDetails details, CurrentActor actor) : PageModel
{
    [BindProperty]
    public SaveMilestone.Input Input { get; set; } = new();

    public OpportunityView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, long? edit, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (View.Milestones.FirstOrDefault(row => row.Id == edit) is { } milestone)
        {
            Input = new() { Id = milestone.Id, On = milestone.On, Text = milestone.Text, Done = milestone.DoneAt is not null, Version = milestone.Version };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var outcome = await save.ExecuteAsync(id, Input, actor, cancellationToken);
        if (!outcome.IsDone)
        {
            return this.Refuse(outcome);
        }

        Toast.Show(this, "关键节点已保存");
        return this.GoTo($"/opportunities/{id}/milestones");
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        if (await details.FindAsync(id, actor, cancellationToken) is not { Facts.MayWork: true } view)
        {
            return false;
        }

        View = view;
        return true;
    }
}
