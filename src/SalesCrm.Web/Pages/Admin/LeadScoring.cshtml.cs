using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin;

[OnlyFor(Role.Admin)]
public sealed class LeadScoringModel(SaveLeadScoring save, LeadScoringForm form, CurrentActor actor) : PageModel
{
    [BindProperty]
    public SaveLeadScoring.Input Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancellationToken) => Input = await form.EditAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var outcome = await save.ExecuteAsync(Input, actor, cancellationToken);
        if (outcome.IsDone)
        {
            Toast.Show(this, "评分规则已保存");
            return this.GoTo("/admin/lead-scoring");
        }

        if (outcome.Kind == OutcomeKind.Conflict)
        {
            // What was typed now stands upon the newer rule; sending it again is a decision.
            (Input.Version, _) = ((await form.EditAsync(cancellationToken)).Version, ModelState.Remove("Input.Version"));
        }

        return this.Refuse(outcome);
    }
}
