using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Accounts;
using SalesCrm.Application.Users.Teams;
using SalesCrm.Web.Formats;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin.Users;

[OnlyFor(Application.Users.Role.Admin)]
public sealed class IndexModel(AccountList accounts, TeamTree teams, Localizer t) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Role? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Team { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public Page<AccountList.AccountRow> Result { get; private set; } = null!;

    public Pager Pager => new(Result.Total, Result.Rows.Count, Result.Previous, Result.Next, "共 {0} 个用户");

    public IEnumerable<SelectListItem> Roles => AccountChoices.Roles(t);

    public IReadOnlyList<SelectListItem> Teams { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var page = new PageRequest(Sort?.TrimStart('-'), Sort is ['-', ..], After ?? Before, 50);
        Result = await accounts.ReadAsync(new AccountFilter(Q, Role, Team, State), page, cancellationToken);
        Teams = AccountChoices.Teams(await teams.ReadAsync(cancellationToken));
    }
}
