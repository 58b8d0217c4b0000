using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Teams;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin.Teams;

[OnlyFor(Role.Admin)]
public sealed class EditModel(SaveTeam save, TeamTree teams, People people, LastChange changes, CurrentActor current) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public SaveTeam.Input Input { get; set; } = new();

    /// <summary>As it is stored.</summary>
    public TeamTree.TeamRow Team { get; private set; } = null!;

    public Conflict? Conflict { get; private set; }

    public TeamChoices Choices { get; private set; } = TeamChoices.None;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Input = new() { Name = Team.Name, ParentId = Team.ParentId, LeaderId = Team.LeaderId, Version = Team.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await save.ExecuteAsync(Id, Input, current, cancellationToken);
        if (outcome.IsDone)
        {
            Toast.Show(this, "团队已保存");
            return this.GoTo("/admin/teams");
        }

        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Conflict = outcome.Kind == OutcomeKind.Conflict ? Compare(await changes.FindAsync("Team", Id, cancellationToken)) : null;
        return this.Refuse(outcome);
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if ((await teams.ReadAsync(cancellationToken)).FirstOrDefault(team => team.Id == Id) is not { } team)
        {
            return false;
        }

        (Team, Choices) = (team, await TeamChoices.LoadAsync(teams, people, cancellationToken));
        return true;
    }

    private Conflict Compare(LastChange.Change change)
    {
        var theirs = new SaveTeam.Input { Name = Team.Name, ParentId = Team.ParentId, LeaderId = Team.LeaderId };
        return new(change, Team.Version.ToString(), new Versions<SaveTeam.Input>(Input, theirs)
            .Words("Name", "名称", team => team.Name)
            .Choice("ParentId", "上级团队", team => team.ParentId, id => Named(Choices.Parents, id))
            .Choice("LeaderId", "负责人␟团队", team => team.LeaderId, id => Named(Choices.Leaders, id))
            .Fields);
    }

    private static string? Named(IEnumerable<SelectListItem> items, long id) => items.FirstOrDefault(item => item.Value == id.ToString(CultureInfo.InvariantCulture))?.Text;
}
