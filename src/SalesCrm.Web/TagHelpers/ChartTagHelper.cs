using Microsoft.AspNetCore.Razor.TagHelpers;
using SalesCrm.Web.Formats;

namespace SalesCrm.Web.TagHelpers;

/// <summary>
/// A card with a chart that is drawn from the table inside it: <c>&lt;chart title="上半年预计 284 万" label="按月成交与目标"&gt;&lt;table&gt;…&lt;/table&gt;&lt;/chart&gt;</c>.
/// Heads of the table carry <c>data-series</c> (actual, forecast, shortfall, line, target), cells <c>data-value</c>, the row's head a link to drill down.
/// The page loads <c>~/dist/charts.js</c> in its Scripts section.
/// </summary>
[HtmlTargetElement("chart")]
public sealed class ChartTagHelper(Localizer t) : TagHelper
{
    /// <summary>The finding, already translated; it is the title of the card.</summary>
    public string Title { get; set; } = "";

    /// <summary>What the picture shows, for those who do not see it; already translated.</summary>
    public string Label { get; set; } = "";

    /// <summary>How values are labelled: number, money or percent (a ratio).</summary>
    public string Format { get; set; } = "number";

    public bool Small { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var table = await output.GetChildContentAsync();
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", ("card chart-card " + output.Attributes["class"]?.Value).TrimEnd());
        output.Attributes.SetAttribute("data-format", Format);
        output.Content.SetHtmlContent(Markup.Format(
            """
            <figcaption class="card-header"><h2 class="card-title">{0}</h2><button class="btn btn-icon btn-ghost chart-tool" type="button" data-chart-save aria-label="{1}"><i class="ti ti-download" aria-hidden="true"></i></button></figcaption>
            <div class="card-body"><div class="{2}" data-chart role="img" aria-label="{3}"></div><details><summary>{4}</summary><div class="table-responsive">{5}</div></details></div>
            """,
            Title, t["下载图片"], Small ? "chart chart-sm" : "chart", Label, t["看数据表"], table));
    }
}
