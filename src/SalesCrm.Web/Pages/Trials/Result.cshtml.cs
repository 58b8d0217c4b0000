using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Trials;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Trials;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class ResultModel(FinishTrial finish, TrialList list, CurrentActor actor) : PageModel
{
    [BindProperty]
    public FinishTrial.Input Input { get; set; } = new();

    public TrialList.TrialRow Trial { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = new() { Result = Trial.Result, Note = Trial.ResultNote };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        var outcome = ModelState.IsValid ? await finish.ExecuteAsync(id, Input, actor, cancellationToken) : null;
        if (outcome is { IsDone: true })
        {
            Toast.Show(this, "试用结果已保存");
            return this.GoTo("/trials?tab=Finished");
        }

        return !await LoadAsync(id, cancellationToken) ? NotFound() : outcome is null ? this.Invalid() : this.Refuse(outcome);
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        Trial = (await list.FindAsync(id, actor, cancellationToken))!;
        return Trial is not null;
    }
}
