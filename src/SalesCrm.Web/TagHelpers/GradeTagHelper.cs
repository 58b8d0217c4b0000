using Microsoft.AspNetCore.Razor.TagHelpers;
using SalesCrm.Web.Formats;

namespace SalesCrm.Web.TagHelpers;

/// <summary><c>&lt;grade value="A" large /&gt;</c>: the letter always shows, the colour only supports it.</summary>
[HtmlTargetElement("grade", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class GradeTagHelper(Localizer t) : TagHelper
{
    /// <summary>A to D; anything else shows as not graded.</summary>
    public string? Value { get; set; }

    public bool Large { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var letter = Value is ['A' or 'B' or 'C' or 'D'] known ? known : null;
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"grade grade-{letter?.ToLowerInvariant() ?? "none"}{(Large ? " grade-lg" : null)}");
        output.Attributes.SetAttribute("title", letter is null ? t["未分级"] : t["{0} 级", letter]);
        if (letter is not null)
        {
            output.Attributes.SetAttribute("data-grade", letter);
        }

        output.Content.SetContent(letter ?? Show.Dash);
    }
}
