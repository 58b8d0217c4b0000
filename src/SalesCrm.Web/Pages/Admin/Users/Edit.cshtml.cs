using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Accounts;
using SalesCrm.Application.Users.Teams;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin.Users;

[OnlyFor(Role.Admin)]
public sealed class EditModel(AccountForm form, EditAccount edit, TeamTree teams, LastChange changes, CurrentActor current) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public EditAccount.Input Input { get; set; } = new();

    /// <summary>As it is stored.</summary>
    public AccountForm.Account Account { get; private set; } = null!;

    public LastChange.Change Change { get; private set; } = null!;

    public Conflict? Conflict { get; private set; }

    public IReadOnlyList<SelectListItem> Teams { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Input = Account.Input;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await edit.ExecuteAsync(Id, Input, current, cancellationToken);
        if (outcome.IsDone)
        {
            Toast.Show(this, "用户已保存");
            return this.GoTo("/admin/users");
        }

        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Conflict = outcome.Kind == OutcomeKind.Conflict ? Compare() : null;
        return this.Refuse(outcome);
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await form.FindAsync(Id, cancellationToken) is not { } account)
        {
            return false;
        }

        (Account, Teams) = (account, AccountChoices.Teams(await teams.ReadAsync(cancellationToken)));
        Change = await changes.FindAsync("User", Id, cancellationToken);
        return true;
    }

    private Conflict Compare() => new(Change, Account.Input.Version.ToString(), new Versions<EditAccount.Input>(Input, Account.Input)
        .Words("UserName", "用户名", account => account.UserName)
        .Words("DisplayName", "姓名", account => account.DisplayName)
        .Kind("Role", "角色", account => account.Role, role => role.Title())
        .Choice("TeamId", "所属团队", account => account.TeamId, id => Teams.FirstOrDefault(team => team.Value == id.ToString(CultureInfo.InvariantCulture))?.Text)
        .Mark("IsChannel", "渠道销售", account => account.IsChannel)
        .Mark("IsActive", "在职，可以登录", account => account.IsActive)
        .Fields);
}
