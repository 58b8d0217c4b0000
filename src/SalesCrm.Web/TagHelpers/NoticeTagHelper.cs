using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SalesCrm.Web.TagHelpers;

/// <summary><c>&lt;notice kind="Bad"&gt;…&lt;/notice&gt;</c>: what happened, what was kept, what to do next. Bad news is announced at once.</summary>
[HtmlTargetElement("notice")]
public sealed class NoticeTagHelper : TagHelper
{
    public StateKind Kind { get; set; } = StateKind.Info;

    public string? Icon { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (name, icon) = Kind switch
        {
            StateKind.Good => ("success", "ti-circle-check"),
            StateKind.Warn => ("warning", "ti-alert-triangle"),
            StateKind.Bad => ("danger", "ti-alert-circle"),
            _ => ("info", "ti-info-circle"),
        };
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "alert alert-" + name);
        output.Attributes.SetAttribute("role", Kind == StateKind.Bad ? "alert" : "status");
        output.PreContent.AppendHtml(Markup.Icon(Icon ?? icon)).AppendHtml("<div>");
        output.PostContent.AppendHtml("</div>");
    }
}
