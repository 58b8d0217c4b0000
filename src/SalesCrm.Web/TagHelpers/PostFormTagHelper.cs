using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SalesCrm.Web.TagHelpers;

/// <summary>
/// Every <c>&lt;form method="post"&gt;</c>: carries the antiforgery token also when it names its address (the framework's helper then leaves it out),
/// and leaves judging to the server, whose words are in the chosen language. <c>guard</c> warns before unsaved changes are left.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostFormTagHelper(IHtmlGenerator generator) : TagHelper
{
    public bool Guard { get; set; }

    /// <summary>Without token and so without a cookie: only for forms of strangers, who have no session that could be misused.</summary>
    public bool Stranger { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute(new TagHelperAttribute("novalidate"));
        if (!Stranger && context.AllAttributes["action"]?.Value?.ToString() is { Length: > 0 } && generator.GenerateAntiforgery(ViewContext) is { } token)
        {
            output.PostContent.AppendHtml(token);
        }

        if (Guard)
        {
            output.Attributes.SetAttribute("data-guard", ViewContext.ModelState.IsValid ? "" : "changed");
        }
    }
}
