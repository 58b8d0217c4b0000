using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;
using SalesCrm.Web.TagHelpers;

namespace SalesCrm.Web.Pages.Grading;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class IndexModel(GradeOverview overview, GradeChangeList changes, CompanyClock clock, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public GradeChangeList.Direction? Direction { get; set; }

    public Period Period { get; private set; }

    public GradeOverview.Summary Summary { get; private set; } = null!;

    public GradeChangeList.Counts Counts { get; private set; } = null!;

    public Page<GradeChangeList.ChangeRow> Changes { get; private set; } = null!;

    public bool MayEvaluate => actor.Value.Role is Role.Manager or Role.Admin;

    public IReadOnlyList<(string Name, Period Period)> Periods =>
    [
        ("本月", clock.ThisPeriod(PeriodKind.Month)),
        ("本季度", clock.ThisPeriod(PeriodKind.Quarter)),
        ("今年", clock.ThisPeriod(PeriodKind.Year)),
    ];

    public async Task<IActionResult> OnGetAsync(string? period, CancellationToken cancellationToken)
    {
        Period = Period.TryParse(period, out var asked) ? asked : clock.ThisPeriod(PeriodKind.Month);
        var filter = new GradeChangeList.Filter(Period, Direction);
        Changes = await changes.ReadAsync(filter, QueryLink.Page(Request, "-at").Cursor, actor, cancellationToken);
        if (!Request.IsFragment())
        {
            Summary = await overview.ReadAsync(actor, cancellationToken);
            Counts = await changes.CountAsync(filter, actor, cancellationToken);
        }

        return this.PageOrFragment("_Changes");
    }

    public decimal? ShareOf(GradeOverview.Share share) => Summary.Total == 0 ? null : (decimal)share.Count / Summary.Total;

    public static string Meaning(Grade grade) => grade switch
    {
        Grade.A => "VIP 客户",
        Grade.B => "重点客户",
        Grade.C => "普通客户",
        _ => "潜在客户",
    };
}
