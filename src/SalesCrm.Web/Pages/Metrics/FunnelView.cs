using SalesCrm.Application.Dashboards;
using SalesCrm.Application.Metrics;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Web.Pages.Metrics;

/// <summary>A funnel as the page draws it.</summary>
/// <param name="Open">What stands in each stage now; null leaves the column out.</param>
public sealed record FunnelView(FunnelSheet Sheet, Period Period, IReadOnlyList<OpenStage>? Open)
{
    /// <summary>Width of a step, percent of the first.</summary>
    public string Width(FunnelStep? step) => Sheet.Steps is [{ Reached: > 0 } first, ..] && step is not null ? TagHelpers.Markup.Place(100.0 * step.Reached / first.Reached) : "0";

    public bool IsLeak(FunnelStep step) => step == Sheet.Worst;

    public OpenStage? OpenIn(StageCode stage) => Open?.FirstOrDefault(open => open.Stage == stage);

    public string Link(FunnelStep step, bool stopped = false) => $"/metrics/{Period}/records?step={step.Stage}{(stopped ? "&stopped=true" : "")}";

    public static string Name(FunnelStep step, bool english) => english ? step.EnglishName ?? step.Name : step.Name;
}
