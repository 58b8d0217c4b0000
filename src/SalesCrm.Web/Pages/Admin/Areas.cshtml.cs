using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Areas;
using SalesCrm.Application.Users;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin;

[OnlyFor(Role.Admin)]
public sealed class AreasModel(SwitchAreas change, CurrentActor actor) : PageModel
{
    [BindProperty]
    public SwitchAreas.Input Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancellationToken) => Input = await change.FormAsync(cancellationToken);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
        => this.SaveAsync(Input, "已保存", () => change.ExecuteAsync(Input, actor, cancellationToken), async () => (await change.FormAsync(cancellationToken)).Version);
}
