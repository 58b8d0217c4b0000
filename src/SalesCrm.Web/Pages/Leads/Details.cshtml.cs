using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.LeadForms;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Leads.FollowUps;
using SalesCrm.Application.Trials;
using SalesCrm.Application.Users;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Leads;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class DetailsModel(LeadDetails details, LeadLog log, LeadOrigin origin, TrialList trials, CurrentActor actor) : PageModel
{
    public LeadDetails.Card Lead { get; private set; } = null!;

    /// <summary>The form beside the log; it posts to the page of its own.</summary>
    public LogLeadFollowUp.Input Input { get; } = new() { OperationId = Guid.NewGuid() };

    public IReadOnlyList<LeadLog.Entry> Entries { get; private set; } = [];

    public LeadOrigin.Origin? Origin { get; private set; }

    public IReadOnlyList<TrialList.TrialRow> Trials { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await details.FindAsync(id, actor, cancellationToken) is not { } lead)
        {
            return NotFound();
        }

        (Lead, Origin) = (lead, await origin.FindAsync(id, actor, cancellationToken));
        (Entries, Trials) = (await log.ReadAsync(id, actor, cancellationToken), await trials.OfLeadAsync(id, actor, cancellationToken));
        return Page();
    }
}
