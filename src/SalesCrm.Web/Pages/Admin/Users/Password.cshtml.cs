using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Accounts;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin.Users;

[OnlyFor(Role.Admin)]
public sealed class PasswordModel(AccountForm form, IssuePassword issue, CurrentActor current) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public string? OwnPassword { get; set; }

    public AccountForm.Account Account { get; private set; } = null!;

    /// <summary>Set once it is made.</summary>
    public OneTimePassword? Issued { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
        => await LoadAsync(cancellationToken) && Account.Input.IsActive ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        var outcome = await issue.ExecuteAsync(Id, new IssuePassword.Input(OwnPassword), current, cancellationToken);
        Issued = outcome.Value;
        return outcome.IsDone ? Page() : this.Refuse(outcome, "");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await form.FindAsync(Id, cancellationToken) is not { } account)
        {
            return false;
        }

        Account = account;
        return true;
    }
}
