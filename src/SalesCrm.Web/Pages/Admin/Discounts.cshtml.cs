using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Users;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin;

[OnlyFor(Role.Admin)]
public sealed class DiscountsModel(SaveDiscountLimits save, CurrentActor actor) : PageModel
{
    [BindProperty]
    public SaveDiscountLimits.Input Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancellationToken) => Input = await save.FormAsync(cancellationToken);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SaveAsync(save, Input, "折扣权限已保存", actor, cancellationToken);
}
