using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Upgrades;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Upgrades;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class StopModel(StopUpgrade stop, UpgradeDetails details, CurrentActor actor) : PageModel
{
    [BindProperty]
    public StopUpgrade.Input Input { get; set; } = new();

    public UpgradeDetails.Card Card { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        var outcome = ModelState.IsValid ? await stop.ExecuteAsync(id, Input, actor, cancellationToken) : null;
        if (outcome is { IsDone: true })
        {
            Toast.Show(this, "升级计划已停止");
            return this.GoTo($"/upgrades/{id}");
        }

        return !await LoadAsync(id, cancellationToken) ? NotFound() : outcome is null ? this.Invalid() : this.Refuse(outcome);
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        Card = (await details.FindAsync(id, actor, cancellationToken))!;
        return Card is { MayWork: true };
    }
}
