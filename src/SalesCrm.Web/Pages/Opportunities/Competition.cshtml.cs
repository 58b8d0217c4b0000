using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Opportunities.Rivals;
using SalesCrm.Application.Users;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Opportunities;

/// <summary>What a text on the competition is read as, while it is being typed.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class CompetitionModel(RivalProposals proposals) : PageModel
{
    private const int Longest = 500;

    public IReadOnlyList<RivalProposals.Proposal> Proposals { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "Input.Competition")] string? text, CancellationToken cancellationToken)
    {
        Proposals = text is { Length: > Longest } ? [] : await proposals.ReadAsync(text, [], cancellationToken);
        return Request.Headers.ContainsKey("HX-Request") ? Partial("_Readings", Proposals) : Page();
    }
}
