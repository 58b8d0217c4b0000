using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Competitors;
using SalesCrm.Application.Users;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Competitors;

/// <summary>The battle card alone, to read or print before a talk.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class CardModel(CompetitorDetails details) : PageModel
{
    public CompetitorDetails.File Competitor { get; private set; } = null!;

    public BattleCard Card => new(Competitor.Facts.CounterStrategy, Competitor.Facts.Answers, Competitor.Facts.Traps, Competitor.Facts.Proof);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await details.FindAsync(id, cancellationToken) is not { } file)
        {
            return NotFound();
        }

        Competitor = file;
        return Page();
    }
}
