using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Opportunities.Milestones;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Opportunities;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class MilestonesModel(SaveMilestone save, OpportunityDetails details, LastChange changes, CurrentActor actor) : PageModel
{
    [BindProperty]
    public SaveMilestone.Input Input { get; set; } = new();

    public OpportunityView View { get; private set; } = null!;

    public Conflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, long? edit, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = View.Milestones.FirstOrDefault(row => row.Id == edit) is { } milestone ? FormOf(milestone) : new() { OperationId = Guid.NewGuid() };

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
            Conflict = outcome.Kind == OutcomeKind.Conflict ? await CompareAsync(cancellationToken) : null;
            return this.Refuse(outcome);
        }

        Toast.Show(this, "关键节点已保存");
        return this.GoTo($"/opportunities/{id}/milestones");
    }

    private async Task<Conflict?> CompareAsync(CancellationToken cancellationToken)
    {
        if (View.Milestones.FirstOrDefault(row => row.Id == Input.Id) is not { } row)
        {
            return null;
        }

        var change = await changes.FindAsync("Milestone", row.Id, cancellationToken);
        return new(change, row.Version.ToString(), new Versions<SaveMilestone.Input>(Input, FormOf(row))
            .Number("Id", "编号", m => m.Id)
            .Day("On", "日期", m => m.On)
            .Words("Text", "事项", m => m.Text)
            .Mark("Done", "已完成", m => m.Done)
            .Fields);
    }

    private static SaveMilestone.Input FormOf(MilestoneRow row) => new() { Id = row.Id, On = row.On, Text = row.Text, Done = row.DoneAt is not null, Version = row.Version };

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
