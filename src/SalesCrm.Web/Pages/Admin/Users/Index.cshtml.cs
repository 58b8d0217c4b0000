using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Accounts;
using SalesCrm.Application.Users.Teams;
using SalesCrm.Web.Security;
using SalesCrm.Web.TagHelpers;

namespace SalesCrm.Web.Pages.Admin.Users;

[OnlyFor(Application.Users.Role.Admin)]
public sealed class IndexModel(AccountList accounts, TeamTree teams) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Role? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Team { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    public Page<AccountList.AccountRow> Result { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Teams { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Result = await accounts.ReadAsync(new AccountFilter(Q, Role, Team, State), QueryLink.Page(Request, "name"), cancellationToken);
        Teams = AccountChoices.Teams(await teams.ReadAsync(cancellationToken));
    }
}
