using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Scripts;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Users;
using SalesCrm.Web.Security;
using SalesCrm.Web.TagHelpers;

namespace SalesCrm.Web.Pages.Scripts;

[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class IndexModel(ScriptList list, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public ScriptKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Archived { get; set; }

    public Page<ScriptList.ScriptRow> Scripts { get; private set; } = null!;

    public bool MayEdit => actor.Value.Role is Role.Manager or Role.Admin;

    public async Task OnGetAsync(CancellationToken cancellationToken)
        => Scripts = await list.ReadAsync(new(Q, Kind, Archived && MayEdit), QueryLink.Page(Request, "-uses"), cancellationToken);
}
