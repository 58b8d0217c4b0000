using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Metrics;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Metrics;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class DetailsModel(MetricsReport report, CompanyClock clock, CurrentActor actor) : PageModel
{
    public Period Period { get; private set; }

    public Breakdown By { get; private set; }

    public MetricsReportSheet Report { get; private set; } = null!;

    public MetricsRow Total => Report.Sheet.Total;

    public DateTime Now => clock.UtcNow;

    public static IReadOnlyList<Breakdown> Breakdowns { get; } = [Breakdown.Rep, Breakdown.Manager, Breakdown.Office, Breakdown.Source, Breakdown.Industry, Breakdown.Grade, Breakdown.Company];

    public FunnelView Funnel => new(Report.Funnel, Period, null);

    public async Task<IActionResult> OnGetAsync(string period, string? by, CancellationToken cancellationToken)
    {
        if (PeriodChoice.Read(period, by) is not { } asked)
        {
            return NotFound();
        }

        (Period, By) = asked;
        Report = await report.ReadAsync(Period, By, actor, cancellationToken);
        return Page();
    }

    public string Records(Metric metric, MetricsRow? row = null) => PeriodChoice.Records(Period, row is null ? Breakdown.Company : By, row?.Key ?? Total.Key, metric);
}
