using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Accounts;
using SalesCrm.Application.Users.Teams;
using SalesCrm.Web.Formats;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin.Users;

[OnlyFor(Role.Admin)]
public sealed class EditModel(AccountForm form, EditAccount edit, TeamTree teams, LastChange changes, CurrentActor current, Localizer t) : PageModel
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
            return LocalRedirect("/admin/users");
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

    private Conflict Compare()
    {
        var theirs = Account.Input;
        return new(Change, theirs.Version.ToString(),
        [
            new("Input.UserName", "用户名", Input.UserName, theirs.UserName),
            new("Input.DisplayName", "姓名", Input.DisplayName, theirs.DisplayName),
            new("Input.Role", "角色", Input.Role?.ToString(), theirs.Role?.ToString(), Words(Input.Role), Words(theirs.Role)),
            new("Input.TeamId", "所属团队", Number(Input.TeamId), Number(theirs.TeamId), TeamName(Input.TeamId), TeamName(theirs.TeamId)),
            new("Input.IsActive", "在职，可以登录", Input.IsActive ? "true" : "false", theirs.IsActive ? "true" : "false", t[Input.IsActive ? "是" : "否"], t[theirs.IsActive ? "是" : "否"]),
        ]);

        string? Words(Role? role) => role is { } known ? t[known.Title()] : null;
        string? Number(long? id) => id?.ToString(CultureInfo.InvariantCulture);
        string? TeamName(long? id) => Teams.FirstOrDefault(team => team.Value == Number(id))?.Text;
    }
}
