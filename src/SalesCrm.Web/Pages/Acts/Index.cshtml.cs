using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Acts;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Users;
using SalesCrm.Web.Security;
using SalesCrm.Web.TagHelpers;

namespace SalesCrm.Web.Pages.Acts;

[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class IndexModel(ActList list, CurrentActor actor) : PageModel
{
    public Page<ActList.ActRow> Acts { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
        => Acts = await list.ReadAsync(QueryLink.Page(Request, "-latest").Cursor, actor, cancellationToken);
}
