using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SalesCrm.Web.Hosting;

namespace SalesCrm.Web.TagHelpers;

/// <summary>
/// Links into an area that is off lead nowhere: buttons, tabs and menu items go, other links leave their words, figures their number. Panels that would be fetched
/// from it, or that name it by <c>of-area="/competitors"</c>, go too. So no view asks which areas are on.
/// </summary>
[HtmlTargetElement("a", Attributes = "href")]
[HtmlTargetElement("tab", Attributes = "href")]
[HtmlTargetElement("metric-figure", Attributes = "href")]
[HtmlTargetElement("section", Attributes = "hx-get")]
[HtmlTargetElement("section", Attributes = "of-area")]
public sealed class AreaLinkTagHelper : TagHelper
{
    private static readonly string[] Acts = ["btn", "dropdown-item", "nav-link", "list-group-item"];

    /// <summary>After whatever else shapes the element.</summary>
    public override int Order => 1_000;

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.RemoveAll("of-area");
        var off = ViewContext.HttpContext.AreasOff();
        var asked = (context.AllAttributes["of-area"] ?? context.AllAttributes["hx-get"] ?? context.AllAttributes["href"])?.Value?.ToString();
        if (off.Areas.Count == 0 || !off.HasRoute(asked))
        {
            return;
        }

        if (context.TagName == "metric-figure")
        {
            output.TagName = "span";
            output.Attributes.RemoveAll("href");
            return;
        }

        var classes = output.Attributes["class"]?.Value?.ToString()?.Split(' ') ?? [];
        if (context.TagName != "a" || classes.Any(name => Acts.Contains(name)))
        {
            output.SuppressOutput();
        }
        else
        {
            output.TagName = null;
        }
    }
}
