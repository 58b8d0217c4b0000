using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Accounts;
using SalesCrm.Application.Users.Teams;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin.Users;

[OnlyFor(Role.Admin)]
public sealed class CreateModel(CreateAccount create, TeamTree teams, CurrentActor current) : PageModel
{
    [BindProperty]
    public AccountInput Input { get; set; } = new();

    /// <summary>Set once the person is there.</summary>
    public OneTimePassword? Issued { get; private set; }

    public IReadOnlyList<SelectListItem> Teams { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await create.ExecuteAsync(Input, current, cancellationToken);
        if (outcome.IsDone)
        {
            Issued = outcome.Value;
            return Page();
        }

        await LoadAsync(cancellationToken);
        return this.Refuse(outcome);
    }

    private async Task LoadAsync(CancellationToken cancellationToken) => Teams = AccountChoices.Teams(await teams.ReadAsync(cancellationToken));
}
