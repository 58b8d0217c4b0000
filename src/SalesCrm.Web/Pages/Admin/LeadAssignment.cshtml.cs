using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Leads.Assignment;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin;

[OnlyFor(Role.Admin)]
public sealed class LeadAssignmentModel(AssignmentRules rules, SaveAssignmentRule save, DistributeLeads distribute, LeadOwners owners, CurrentActor actor) : PageModel
{
    [BindProperty]
    public SaveAssignmentRule.Input Input { get; set; } = new();

    /// <summary>The rule to take away.</summary>
    [BindProperty]
    public long? Remove { get; set; }

    [BindProperty]
    public bool Distribute { get; set; }

    public AssignmentRules.View Rules { get; private set; } = null!;

    public IReadOnlyList<People.Person> Owners { get; private set; } = [];

    public IEnumerable<SelectListItem> TeamItems { get; private set; } = [];

    /// <param name="edit">The rule whose form is shown; an empty form where it is gone.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task OnGetAsync(long? edit, CancellationToken cancellationToken)
    {
        Input = edit is { } id ? await rules.FindAsync(id, cancellationToken) ?? new() : new();
        await LoadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = ModelState.IsValid ? await ActAsync(cancellationToken) : null;
        if (outcome is { IsDone: true })
        {
            Toast.Show(this, outcome is Outcome<int> given ? new Text("已分配 {0} 条线索", given.Value) : "分配规则已保存");
            return this.GoTo("/admin/lead-assignment");
        }

        await LoadAsync(cancellationToken);
        return outcome is null ? this.Invalid() : this.Refuse(outcome);
    }

    private async Task<Outcome> ActAsync(CancellationToken cancellationToken)
        => Remove is { } rule ? await save.RemoveAsync(rule, actor, cancellationToken)
            : Distribute ? await distribute.ExecuteAsync(actor, cancellationToken)
            : await save.ExecuteAsync(Input, actor, cancellationToken);

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        (Rules, Owners) = (await rules.ReadAsync(actor, cancellationToken), await owners.ReadAsync(actor, Input.UserId, cancellationToken));
        TeamItems = (await rules.TeamsAsync(cancellationToken)).Select(team => new SelectListItem(team.Name, team.Id.ToString(CultureInfo.InvariantCulture)));
    }
}
