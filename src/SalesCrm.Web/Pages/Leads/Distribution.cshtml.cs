using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Leads.Assignment;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Leads;

/// <summary>Several leads at once: the list sends the picked ones here.</summary>
[OnlyFor(Role.Manager, Role.Admin)]
public sealed class DistributionModel(AssignLeads assign, LeadOwners owners, AssignmentRules rules, CurrentActor actor) : PageModel
{
    [BindProperty]
    public AssignLeads.Input Input { get; set; } = new();

    public IReadOnlyList<People.Person> Owners { get; private set; } = [];

    public IEnumerable<SelectListItem> TeamItems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromQuery] List<long> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            Toast.Show(this, "请先选择线索");
            return this.GoTo("/leads");
        }

        Input = new() { Ids = ids.Distinct().Take(AssignLeads.Most).ToList() };
        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = ModelState.IsValid ? await assign.ExecuteAsync(Input, actor, cancellationToken) : null;
        if (outcome is { IsDone: true })
        {
            Toast.Show(this, new Text("已分配 {0} 条线索", outcome.Value));
            return this.GoTo("/leads");
        }

        await LoadAsync(cancellationToken);
        return outcome is null ? this.Invalid() : this.Refuse(outcome);
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Owners = await owners.ReadAsync(actor, cancellationToken);
        var teams = await rules.TeamsAsync(cancellationToken);
        TeamItems = teams.Where(team => Owners.Any(owner => owner.Team == team.Name)).Select(team => new SelectListItem(team.Name, team.Id.ToString(CultureInfo.InvariantCulture)));
    }
}
