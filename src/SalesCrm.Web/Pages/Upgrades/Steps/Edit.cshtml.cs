using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Shared.Localization;
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

    /// <summary>Where this began, such as one's day.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string Back => this.LocalAddress(ReturnUrl, $"/upgrades/{Step.ProgrammeId}");

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
        if (!await LoadAsync(id, stepId, cancellationToken))
        {
            return NotFound();
        }

        var outcome = ModelState.IsValid ? await work.ExecuteAsync(id, stepId, Input, actor, cancellationToken) : null;
        if (outcome is not { IsDone: true })
        {
            return outcome is null ? this.Invalid() : this.Refuse(outcome);
        }

        Toast.Show(this, Input is { DoneOn: null, Note.Length: > 0 } ? "说明已保存；没有填完成日期，这一步还没有完成" : Input.DoneOn is null ? "已保存" : new Text("「{0}」已完成", Step.Step.Name()));
        return this.GoTo(Back);
    }

    private async Task<bool> LoadAsync(long id, long stepId, CancellationToken cancellationToken)
    {
        Step = (await work.FindAsync(id, stepId, actor, cancellationToken))!;
        return Step is not null;
    }
}
