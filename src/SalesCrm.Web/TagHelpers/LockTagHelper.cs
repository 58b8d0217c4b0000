using Microsoft.AspNetCore.Razor.TagHelpers;
using SalesCrm.Web.Formats;

namespace SalesCrm.Web.TagHelpers;

/// <summary><c>&lt;lock when="@row.IsConfidential" /&gt;</c> behind a customer's name, wherever it stands: the file is confidential.</summary>
[HtmlTargetElement("lock", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LockTagHelper(Localizer t) : TagHelper
{
    public bool When { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!When)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "i";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "ti ti-lock lock");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", t["机密"]);
        output.Attributes.SetAttribute("title", t["机密"]);
    }
}
