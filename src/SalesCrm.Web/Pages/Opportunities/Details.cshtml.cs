using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Opportunities.Rivals;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users;
using SalesCrm.Application.Visits;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Opportunities;

[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Legal, Role.Admin)]
public sealed class DetailsModel(OpportunityDetails details, OpportunityLog log, RivalAdvice advice, CompanyClock clock, CurrentActor actor) : PageModel
{
    private const int LatestEntries = 10;

    public OpportunityView View { get; private set; } = null!;

    public IReadOnlyList<OpportunityLog.Entry> Entries { get; private set; } = [];

    public IReadOnlyList<OpportunityLog.OpenTask> Tasks { get; private set; } = [];

    public RivalAdvice.Advice Advice { get; private set; } = RivalAdvice.Advice.None;

    public bool MayWork => View.Facts.MayWork && actor.Value.Role is Role.Rep or Role.Manager or Role.Admin;

    public bool MayAssign => View.Facts.MayWork && actor.Value.Role is Role.Manager or Role.Admin;

    /// <summary>Whole days spent in a step so far; null when it never was in it.</summary>
    public int? DaysIn(StageCode code)
        => View.Facts.Stage == code || View.Moves.Any(move => move.From == code) ? (int)View.TimeIn(code, clock.UtcNow).TotalDays : null;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await details.FindAsync(id, actor, cancellationToken) is not { } view)
        {
            return NotFound();
        }

        View = view;
        Entries = await log.EntriesAsync(id, LatestEntries, actor, cancellationToken);
        Tasks = await log.TasksAsync(id, actor, cancellationToken);
        Advice = MayWork ? await advice.ReadAsync(view, actor, cancellationToken) : RivalAdvice.Advice.None;
        return Page();
    }
}
