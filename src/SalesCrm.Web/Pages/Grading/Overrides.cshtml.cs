using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Grading.Overrides;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Users;
using SalesCrm.Web.Security;
using SalesCrm.Web.TagHelpers;

namespace SalesCrm.Web.Pages.Grading;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class OverridesModel(GradeOverrideList list, CurrentActor actor) : PageModel
{
    public Page<GradeOverrideList.OverrideRow> Rows { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Rows = await list.ReadAsync(QueryLink.Page(Request, "until"), actor, cancellationToken);
}
