using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SalesCrm.Web.TagHelpers;

/// <summary>
/// <c>&lt;th sort-key="due" sort-default="asc"&gt;到期&lt;/th&gt;</c>: a link that sorts by the column (<c>?sort=due</c>, falling <c>?sort=-due</c>) and keeps the rest of the query.
/// <c>sort-default</c> marks the column that orders the list when the address names none; <c>sort-first="desc"</c> lets the first press sort falling.
/// </summary>
[HtmlTargetElement("th", Attributes = "sort-key")]
public sealed class SortTagHelper : TagHelper
{
    public string SortKey { get; set; } = "";

    public string? SortDefault { get; set; }

    public string? SortFirst { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var now = request.Query[QueryLink.Sort].ToString() is { Length: > 0 } asked ? asked
            : SortDefault switch { "asc" => SortKey, "desc" => "-" + SortKey, _ => "" };
        var rising = now == SortKey;
        var falling = now == "-" + SortKey;
        var next = rising || (!falling && SortFirst == "desc") ? "-" + SortKey : SortKey;
        if (rising || falling)
        {
            output.Attributes.SetAttribute("aria-sort", rising ? "ascending" : "descending");
        }

        var title = await output.GetChildContentAsync();
        output.Content.SetHtmlContent(Markup.Format("<a class=\"sort\" id=\"sort-{0}\" href=\"{1}\" hx-boost=\"true\">{2}{3}</a>",
            SortKey, QueryLink.With(request, (QueryLink.Sort, next)), title,
            rising ? Markup.Icon("ti-arrow-up") : falling ? Markup.Icon("ti-arrow-down") : ""));
    }
}
