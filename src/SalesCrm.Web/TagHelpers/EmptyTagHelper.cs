using Microsoft.AspNetCore.Razor.TagHelpers;
using SalesCrm.Web.Formats;

namespace SalesCrm.Web.TagHelpers;

/// <summary>
/// Instead of a blank table: <c>&lt;empty title="还没有客户" icon="ti-building" href="/customers/new" action="新建客户"&gt;也可以从 Excel 导入。&lt;/empty&gt;</c>;
/// a filter without hits offers to clear it.
/// </summary>
[HtmlTargetElement("empty")]
public sealed class EmptyTagHelper(Localizer t) : TagHelper
{
    public string Title { get; set; } = "";

    public string Icon { get; set; } = "ti-inbox";

    public string? Href { get; set; }

    public string? Action { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var hint = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "empty");
        output.Content.SetHtmlContent(Markup.Format("<div class=\"empty-icon\">{0}</div><p class=\"empty-title\">{1}</p>", Markup.Icon(Icon), t[Title]));
        if (!hint.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml(Markup.Format("<p class=\"empty-subtitle muted\">{0}</p>", hint));
        }

        if (Href is not null && Action is not null)
        {
            output.Content.AppendHtml(Markup.Format("<div class=\"empty-action\"><a class=\"btn btn-primary\" href=\"{0}\">{1}</a></div>", Href, t[Action]));
        }
    }
}
