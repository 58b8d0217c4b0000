using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SalesCrm.Web.TagHelpers;

/// <summary><c>&lt;bar value="0.884" mark="0.814" low="@missed" /&gt;</c>: a share of the whole width, the target as a vertical mark. The number stands beside it, so it is decoration.</summary>
[HtmlTargetElement("bar", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BarTagHelper : TagHelper
{
    /// <summary>0 to 1; beyond it is cut.</summary>
    public decimal Value { get; set; }

    public decimal? Mark { get; set; }

    public bool Low { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "bar");
        output.Attributes.SetAttribute("viewBox", "0 0 100 10");
        output.Attributes.SetAttribute("preserveAspectRatio", "none");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent(Markup.Format("<rect class=\"bg\" width=\"100\" height=\"10\" rx=\"1\" /><rect class=\"{0}\" width=\"{1}\" height=\"10\" rx=\"1\" />", Low ? "low" : "", Share(Value)));
        if (Mark is { } mark)
        {
            output.Content.AppendHtml(Markup.Format("<rect class=\"mark\" x=\"{0}\" width=\".8\" height=\"10\" />", Share(Math.Min(mark, 0.992m))));
        }
    }

    private static string Share(decimal value) => Markup.Place((double)Math.Clamp(value, 0, 1) * 100);
}
