using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Dashboards;
using SalesCrm.Application.Metrics;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users;
using SalesCrm.Web.Hosting;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Metrics;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages;

[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Legal, Role.Admin)]
public sealed class IndexModel(Dashboard dashboard, CompanyClock clock, CurrentActor actor) : PageModel
{
    public DashboardSheet Board { get; private set; } = null!;

    public Period Period => Board.Period;

    public DateTime Now => clock.UtcNow;

    public Role Role => actor.Value.Role;

    public string Scope => Board.IsCompany ? MetricsTable.CompanyScope : Board.Team ?? actor.Value.Name;

    public FunnelView Funnel => new(Board.Funnel, Period, Board.Forecast.Open);

    /// <summary>The roles without figures of their own begin where their work is.</summary>
    public async Task<IActionResult> OnGetAsync(string? period, CancellationToken cancellationToken)
    {
        if (Role is Role.Service or Role.Legal)
        {
            return this.GoTo(Role == Role.Service && !HttpContext.AreasOff().HasRoute("/my-day") ? "/my-day" : "/opportunities");
        }

        var shown = Period.TryParse(period, out var asked) ? asked : clock.ThisPeriod(PeriodKind.Quarter);
        Board = await dashboard.ReadAsync(shown, actor, cancellationToken);
        return Page();
    }

    public string Records(Metric metric) => PeriodChoice.Records(Period, Breakdown.Company, -1, metric);
}
