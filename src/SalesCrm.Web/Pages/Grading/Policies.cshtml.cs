using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Grading.Policies;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Grading;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class PoliciesModel(SaveGradingPolicy save, GradingPolicyHistory history, GradingWhatIf tryOut, CurrentActor actor) : PageModel
{
    [BindProperty]
    public SaveGradingPolicy.Input Input { get; set; } = new();

    /// <summary>The form was sent to be tried, not saved.</summary>
    [BindProperty]
    public bool Preview { get; set; }

    public IReadOnlyList<GradingPolicyHistory.PolicyRow> Versions { get; private set; } = [];

    public GradingPolicyHistory.PolicyRow Shown { get; private set; } = null!;

    public GradingWhatIf.Result? WhatIf { get; private set; }

    public int Latest => Versions[0].Revision;

    public bool MayTry => actor.Value.Role is Role.Manager or Role.Admin;

    public bool MaySave => actor.Value.Role is Role.Admin;

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = Shown.ToInput(Latest);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int? id, [FromServices] RegradeCustomers regrade, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        return Preview ? await TryAsync(cancellationToken) : await SaveAsync(regrade, cancellationToken);
    }

    private async Task<IActionResult> TryAsync(CancellationToken cancellationToken)
    {
        var outcome = await tryOut.ReadAsync(Input, actor, cancellationToken);
        WhatIf = outcome.Value;
        return outcome.IsDone ? Page() : this.Refuse(outcome);
    }

    private async Task<IActionResult> SaveAsync(RegradeCustomers regrade, CancellationToken cancellationToken)
    {
        var outcome = await save.ExecuteAsync(Input, actor, cancellationToken);
        if (!outcome.IsDone)
        {
            if (outcome.Kind == OutcomeKind.Conflict)
            {
                // What was typed now stands upon the newer version; sending it again is a decision.
                (Input.BasedOn, _) = (Latest, ModelState.Remove("Input.BasedOn"));
            }

            return this.Refuse(outcome);
        }

        var result = (await regrade.ExecuteAsync(actor, cancellationToken)).Value!;
        Toast.Show(this, new Text("规则 v{0} 已保存并评估：{1} 家升级，{2} 家降级", outcome.Value, result.Raised, result.Lowered));
        return this.GoTo($"/grading/policies/{outcome.Value}");
    }

    private async Task<bool> LoadAsync(int? id, CancellationToken cancellationToken)
    {
        Versions = await history.ReadAsync(cancellationToken);
        Shown = Versions.FirstOrDefault(version => id is null || version.Revision == id)!;
        return Shown is not null;
    }
}
