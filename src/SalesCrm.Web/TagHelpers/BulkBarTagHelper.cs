using Microsoft.AspNetCore.Razor.TagHelpers;
using SalesCrm.Web.Formats;

namespace SalesCrm.Web.TagHelpers;

/// <summary>
/// Acts on picked rows: <c>&lt;bulk-bar for="customers"&gt;&lt;button class="btn" formaction="…"&gt;…&lt;/bulk-bar&gt;</c>, inside the form that holds the list
/// (<c>id="customers" data-selection</c>, boxes <c>class="form-check-input pick" name="Ids"</c>, the head's <c>pick-all</c>). Without script it always shows.
/// </summary>
[HtmlTargetElement("bulk-bar")]
public sealed class BulkBarTagHelper(Localizer t) : TagHelper
{
    /// <summary>Id of the list.</summary>
    public string For { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "bulkbar");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("aria-label", t["批量操作"]);
        output.Attributes.SetAttribute("data-bulk-for", For);
        output.PreContent.AppendHtml(Markup.Format("<b>{0}</b><span class=\"vr\"></span>", t.Html("已选 {0} 项", Markup.Format("<span data-picked-count>{0}</span>", Show.Dash))));
        output.PostContent.AppendHtml(Markup.Format("<button class=\"btn btn-icon\" type=\"button\" data-clear-picked aria-label=\"{0}\">{1}</button>", t["清除选择"], Markup.Icon("ti-x")));
    }
}
