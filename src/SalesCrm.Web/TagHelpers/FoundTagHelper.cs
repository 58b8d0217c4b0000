using Microsoft.AspNetCore.Razor.TagHelpers;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Web.TagHelpers;

/// <summary><c>&lt;found text="@row.Name" typed="@Model.Q" /&gt;</c>: a text in which what was searched for is marked, also where it was found by pinyin or in the other script.</summary>
[HtmlTargetElement("found", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FoundTagHelper : TagHelper
{
    public string? Text { get; set; }

    public string? Typed { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Snippet.Of(Text, Typed) is not { } found)
        {
            output.Content.SetContent(Text);
            return;
        }

        output.Content.Append(found.Before);
        output.Content.AppendHtml("<mark>").Append(found.Hit);
        output.Content.AppendHtml("</mark>").Append(found.After);
    }
}
