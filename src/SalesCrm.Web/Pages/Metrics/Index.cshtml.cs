using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Metrics;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Metrics;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class IndexModel(PeriodTable table, CompanyClock clock, CurrentActor actor) : PageModel
{
    /// <summary>The current period and the eight before it.</summary>
    private const int Periods = 9;

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    public PeriodKind PeriodKind => Kind switch { "month" => PeriodKind.Month, "year" => PeriodKind.Year, _ => PeriodKind.Quarter };

    public bool ByDeal => View == "deal";

    public IReadOnlyList<Metric> Columns => ByDeal ? MetricWords.ByDeal : MetricWords.ByCustomer;

    public PeriodSheet Sheet { get; private set; } = null!;

    public DateTime Now => clock.UtcNow;

    public string Scope => Sheet.IsCompany ? MetricsTable.CompanyScope : actor.Value.Name;

    public async Task OnGetAsync(CancellationToken cancellationToken)
        => Sheet = await table.ReadAsync(clock.ThisPeriod(PeriodKind), Periods, actor, cancellationToken);
}
