using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Competitors;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Users;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Competitors;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class DetailsModel(CompetitorDetails details, CompetitorTimeline timeline, CompetitorAnalysis analysis, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public NoteKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Archived { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public CompetitorDetails.File Competitor { get; private set; } = null!;

    public Page<CompetitorTimeline.NoteRow> Notes { get; private set; } = null!;

    public CompetitorAnalysis.Report Report { get; private set; } = null!;

    public BattleCard Card => new(Competitor.Facts.CounterStrategy, Competitor.Facts.Answers, Competitor.Facts.Traps, Competitor.Facts.Proof);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await details.FindAsync(id, cancellationToken) is not { } file)
        {
            return NotFound();
        }

        Competitor = file;
        Notes = await timeline.ReadAsync(id, Kind, Archived, Cursor, actor, cancellationToken);
        Report = await analysis.ReadAsync(id, actor, cancellationToken);
        return Page();
    }
}
