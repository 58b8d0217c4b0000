using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers.Pool;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin;

/// <summary>The rules of the public pool, and what changed ones would do before they are saved.</summary>
[OnlyFor(Role.Admin)]
public sealed class PoolModel(SavePoolRules save, PoolImpact effects, CurrentActor actor) : PageModel
{
    [BindProperty]
    public SavePoolRules.Input Input { get; set; } = new();

    /// <summary>Only look what it would do.</summary>
    [BindProperty]
    public bool Try { get; set; }

    public PoolImpact.Sheet? Impact { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => Input = await save.FormAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Try || !ModelState.IsValid)
        {
            return await this.SaveAsync(save, Input, "公海规则已保存", actor, cancellationToken);
        }

        var tried = await save.TryAsync(Input, effects, actor, cancellationToken);
        Impact = tried.Value;
        return tried.IsDone ? Page() : this.Refuse(tried);
    }

    public string Signed(int difference) => difference.ToString("+#,0;−#,0;0", CultureInfo.InvariantCulture);
}
