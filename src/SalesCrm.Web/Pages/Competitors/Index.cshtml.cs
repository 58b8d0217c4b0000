using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Competitors;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;
using SalesCrm.Web.TagHelpers;

namespace SalesCrm.Web.Pages.Competitors;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class IndexModel(CompetitorList list, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public ThreatLevel? Threat { get; set; }

    public Page<CompetitorRow> Competitors { get; private set; } = null!;

    public bool IsFiltered => Q is not null || Threat is not null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Competitors = await list.ReadAsync(new(Q, Threat), QueryLink.Page(Request, "name"), actor, cancellationToken);
        return this.PageOrFragment("_Rows");
    }
}
