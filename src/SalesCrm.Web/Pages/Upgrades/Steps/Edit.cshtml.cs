using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Upgrades;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Upgrades.Steps;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class EditModel(WorkUpgradeStep work, CurrentActor actor) : PageModel
{
    [BindProperty]
    public WorkUpgradeStep.Input Input { get; set; } = new();

    public WorkUpgradeStep.Form Step { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, long stepId, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, stepId, cancellationToken))
        {
            return NotFound();
        }

        Input = Step.Input;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, long stepId, CancellationToken cancellationToken)
    {
        var outcome = ModelState.IsValid ? await work.ExecuteAsync(id, stepId, Input, actor, cancellationToken) : null;
        if (outcome is { IsDone: true })
        {
            Toast.Show(this, Input is { DoneOn: null, Note.Length: > 0 } ? "说明已保存；没有填完成日期，这一步还没有完成" : "已保存");
            return this.GoTo($"/upgrades/{id}");
        }

        return !await LoadAsync(id, stepId, cancellationToken) ? NotFound() : outcome is null ? this.Invalid() : this.Refuse(outcome);
    }

    private async Task<bool> LoadAsync(long id, long stepId, CancellationToken cancellationToken)
    {
        Step = (await work.FindAsync(id, stepId, actor, cancellationToken))!;
        return Step is not null;
    }
}
