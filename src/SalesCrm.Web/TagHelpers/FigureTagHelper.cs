using Microsoft.AspNetCore.Razor.TagHelpers;
using SalesCrm.Application.Metrics;
using SalesCrm.Web.Formats;

namespace SalesCrm.Web.TagHelpers;

/// <summary>
/// One figure: <c>&lt;metric-figure metric="Conversion" scope="company" value="@figures[Metric.Conversion]" href="…" /&gt;</c>. Shown rounded, carried
/// unrounded and invariant in <c>data-value</c>, which is empty where the figure is undefined; links to the records behind it.
/// </summary>
[HtmlTargetElement("metric-figure", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FigureTagHelper(Show show) : TagHelper
{
    public Metric Metric { get; set; }

    public string Scope { get; set; } = "";

    public decimal? Value { get; set; }

    public string? Href { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var linked = Href is not null && Value is not (null or 0);
        output.TagName = linked ? "a" : "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (linked)
        {
            output.Attributes.SetAttribute("href", Href);
        }

        output.Attributes.SetAttribute("data-metric", Metric.Code());
        output.Attributes.SetAttribute("data-scope", Scope);
        output.Attributes.SetAttribute("data-value", MetricsCsv.Raw(Value));
        output.Content.SetContent(Text(show, Metric, Value));
    }

    /// <summary>Percent with its sign, everything else with the unit left to the head of its column.</summary>
    public static string Text(Show show, Metric metric, decimal? value) => value is not { } figure ? Show.Dash : metric.Unit() switch
    {
        MetricUnit.Percent => show.Percent(figure / 100),
        MetricUnit.Days => show.Number(figure, decimal.Round(figure, 1) == decimal.Round(figure) ? 0 : 1),
        _ => show.Number(figure),
    };
}
