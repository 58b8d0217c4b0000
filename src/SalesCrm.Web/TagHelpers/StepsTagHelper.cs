using Microsoft.AspNetCore.Razor.TagHelpers;
using SalesCrm.Web.Formats;

namespace SalesCrm.Web.TagHelpers;

/// <summary><c>&lt;steps labels="上传文件,对应列,试运行,写入" current="3" /&gt;</c>, counted from one.</summary>
[HtmlTargetElement("steps", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StepsTagHelper(Localizer t) : TagHelper
{
    public string Labels { get; set; } = "";

    public int Current { get; set; } = 1;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "steps steps-counter mb-0");
        var number = 0;
        foreach (var label in Labels.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            output.Content.AppendHtml(++number == Current
                ? Markup.Format("<li class=\"step-item active\" aria-current=\"step\">{0}</li>", t[label])
                : Markup.Format("<li class=\"step-item\">{0}</li>", t[label]));
        }
    }
}
