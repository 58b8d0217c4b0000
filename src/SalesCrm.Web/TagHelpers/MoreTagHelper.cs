using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SalesCrm.Web.TagHelpers;

/// <summary><c>&lt;details class="more"&gt;</c>, the part of a form that is mostly left out: open when something in it is wrong.</summary>
[HtmlTargetElement("details", Attributes = "[class=more]")]
public sealed class MoreTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if ((await output.GetChildContentAsync()).GetContent().Contains("aria-invalid=\"true\"", StringComparison.Ordinal))
        {
            output.Attributes.SetAttribute("open", "open");
        }
    }
}
