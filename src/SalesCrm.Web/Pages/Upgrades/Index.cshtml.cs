using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Upgrades;
using SalesCrm.Application.Users;
using SalesCrm.Web.Security;
using SalesCrm.Web.TagHelpers;

namespace SalesCrm.Web.Pages.Upgrades;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class IndexModel(UpgradeList list, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public UpgradeTab Tab { get; set; }

    /// <summary>Only what one person looks after, or what is credited to him.</summary>
    [BindProperty(SupportsGet = true)]
    public long? OwnerId { get; set; }

    public UpgradeList.Counts Counts { get; private set; } = null!;

    public IReadOnlyList<UpgradeList.PersonRow> People { get; private set; } = [];

    /// <summary>In the tabs of customers who are in no programme.</summary>
    public Page<UpgradeList.CandidateRow>? Candidates { get; private set; }

    /// <summary>In the others.</summary>
    public Page<UpgradeList.ProgrammeRow>? Programmes { get; private set; }

    public bool IsAdmin => actor.Value.Role == Role.Admin;

    /// <summary>The name of the one person.</summary>
    public string? Owner => OwnerId is { } id ? People.FirstOrDefault(person => person.Id == id)?.Name ?? "–" : null;

    public string Link(UpgradeTab tab) => Url.Page("/Upgrades/Index", new { tab = tab == UpgradeTab.Candidates ? null : (UpgradeTab?)tab, ownerId = OwnerId })!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Counts = await list.CountAsync(OwnerId, actor, cancellationToken);
        People = await list.PeopleAsync(actor, cancellationToken);
        switch (Tab)
        {
            case UpgradeTab.Open or UpgradeTab.Succeeded or UpgradeTab.Stopped:
                Programmes = await list.ProgrammesAsync((UpgradeState)Tab, OwnerId, QueryLink.Page(Request, "-started"), actor, cancellationToken);
                break;
            default:
                var unjudged = Tab == UpgradeTab.Unjudged;
                Candidates = await list.CandidatesAsync(unjudged, OwnerId, QueryLink.Page(Request, unjudged ? "-annual" : "-potential"), actor, cancellationToken);
                break;
        }
    }
}
