using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Upgrades;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Upgrades;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class CreateModel(StartUpgrade start, CurrentActor actor) : PageModel
{
    [BindProperty]
    public StartUpgrade.Input Input { get; set; } = new();

    public StartUpgrade.Candidate Candidate { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long? customerId, CancellationToken cancellationToken)
    {
        Input = new() { CustomerId = customerId, Due = await start.PlanAsync(cancellationToken), OperationId = Guid.NewGuid() };
        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = ModelState.IsValid ? await start.ExecuteAsync(Input, actor, cancellationToken) : null;
        if (outcome is { IsDone: true })
        {
            Toast.Show(this, "已加入升级计划");
            return this.GoTo($"/upgrades/{outcome.Value}");
        }

        return !await LoadAsync(cancellationToken) ? NotFound() : outcome is null ? this.Invalid() : this.Refuse(outcome);
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        // A form that came with fewer days is shown whole again.
        Input.Due.AddRange(Enumerable.Repeat((DateOnly?)null, Math.Max(0, Enum.GetValues<UpgradeStepKind>().Length - Input.Due.Count)));
        Candidate = (await start.FindAsync(Input.CustomerId, actor, cancellationToken))!;
        return Candidate is not null;
    }
}
