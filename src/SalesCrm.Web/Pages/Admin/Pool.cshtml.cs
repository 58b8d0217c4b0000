using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers.Pool;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin;

/// <summary>The rules of the public pool, and what changed ones would do before they are saved.</summary>
[OnlyFor(Role.Admin)]
public sealed class PoolModel(SavePoolRules save, PoolRulesForm form, PoolImpact effects, CurrentActor actor) : PageModel
{
    [BindProperty]
    public SavePoolRules.Input Input { get; set; } = new();

    /// <summary>Only look what it would do.</summary>
    [BindProperty]
    public bool Try { get; set; }

    public PoolImpact.Sheet? Impact { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => Input = await form.EditAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        if (Try)
        {
            var tried = await save.TryAsync(Input, effects, actor, cancellationToken);
            Impact = tried.Value;
            return tried.IsDone ? Page() : this.Refuse(tried);
        }

        var outcome = await save.ExecuteAsync(Input, actor, cancellationToken);
        if (outcome.IsDone)
        {
            Toast.Show(this, "公海规则已保存");
            return this.GoTo("/admin/pool");
        }

        if (outcome.Kind == OutcomeKind.Conflict)
        {
            // What was typed now stands upon the newer rules; sending it again is a decision.
            (Input.Version, _) = ((await form.EditAsync(cancellationToken)).Version, ModelState.Remove("Input.Version"));
        }

        return this.Refuse(outcome);
    }

    public string Signed(int difference) => difference.ToString("+#,0;−#,0;0", CultureInfo.InvariantCulture);
}
