using SalesCrm.Application.Metrics;

namespace SalesCrm.Web.Pages.Metrics;

/// <summary>One big figure with its target and the change since the period before.</summary>
public sealed record FigureView(Metric Metric, PeriodRow Row, PeriodRow Before, string Scope, string Records)
{
    public decimal? Value => Row.Figures[Metric];

    public decimal? Change => Value - Before.Figures[Metric];

    public Gap? Gap => Row.GapOf(Metric);
}
