using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Teams;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin.Teams;

[OnlyFor(Role.Admin)]
public sealed class CreateModel(SaveTeam save, TeamTree teams, People people, CurrentActor current) : PageModel
{
    [BindProperty]
    public SaveTeam.Input Input { get; set; } = new();

    public TeamChoices Choices { get; private set; } = TeamChoices.None;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Choices = await TeamChoices.LoadAsync(teams, people, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await save.ExecuteAsync(null, Input, current, cancellationToken);
        if (outcome.IsDone)
        {
            Toast.Show(this, "团队已创建");
            return this.GoTo("/admin/teams");
        }

        Choices = await TeamChoices.LoadAsync(teams, people, cancellationToken);
        return this.Refuse(outcome);
    }
}
