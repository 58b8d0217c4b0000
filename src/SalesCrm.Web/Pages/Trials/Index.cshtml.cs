using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Trials;
using SalesCrm.Application.Users;
using SalesCrm.Web.Security;
using SalesCrm.Web.TagHelpers;

namespace SalesCrm.Web.Pages.Trials;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class IndexModel(TrialList list, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public TrialTab Tab { get; set; }

    public Page<TrialList.TrialRow> Trials { get; private set; } = null!;

    public TrialList.Counts Counts { get; private set; } = new(0, 0, 0, 0);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Trials = await list.ReadAsync(Tab, QueryLink.Page(Request, "end"), actor, cancellationToken);
        Counts = await list.CountAsync(actor, cancellationToken);
    }
}
