using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Opportunities.Rivals;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Opportunities.Rivals;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class RemovalModel(RemoveRival remove, OpportunityDetails details, CurrentActor actor) : PageModel
{
    public RivalRow Rival { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, long rivalId, CancellationToken cancellationToken)
    {
        var view = await details.FindAsync(id, actor, cancellationToken);
        if (view is not { Facts.MayWork: true } || view.Rivals.FirstOrDefault(row => row.Id == rivalId) is not { } rival)
        {
            return NotFound();
        }

        Rival = rival;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, long rivalId, CancellationToken cancellationToken)
    {
        var outcome = await remove.ExecuteAsync(id, rivalId, actor, cancellationToken);
        if (!outcome.IsDone)
        {
            return NotFound();
        }

        Toast.Show(this, "已移除");
        return this.GoTo($"/opportunities/{id}/rivals");
    }
}
