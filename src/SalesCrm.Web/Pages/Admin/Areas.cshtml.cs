using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Areas;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin;

[OnlyFor(Role.Admin)]
public sealed class AreasModel(AreaSwitches switches, SwitchAreas change, CurrentActor actor) : PageModel
{
    [BindProperty]
    public SwitchAreas.Input Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var off = await switches.ReadAsync(cancellationToken);
        Input.On = AreaPlans.All.Select(plan => plan.Area).Where(area => !off.Has(area)).ToList();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var outcome = await change.ExecuteAsync(Input, actor, cancellationToken);
        if (!outcome.IsDone)
        {
            return this.Refuse(outcome);
        }

        Toast.Show(this, "已保存");
        return this.GoTo("/admin/areas");
    }
}
