using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Teams;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin.Teams;

[OnlyFor(Role.Admin)]
public sealed class IndexModel(TeamTree teams) : PageModel
{
    public IReadOnlyList<TeamTree.TeamRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Rows = await teams.ReadAsync(cancellationToken);
}
