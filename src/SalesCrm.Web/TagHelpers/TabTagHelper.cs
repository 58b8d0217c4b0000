using Microsoft.AspNetCore.Razor.TagHelpers;
using SalesCrm.Web.Formats;

namespace SalesCrm.Web.TagHelpers;

/// <summary><c>&lt;tab href="?view=overdue" current="@on" count="23"&gt;逾期未跟进&lt;/tab&gt;</c> inside <c>&lt;div class="nav nav-tabs"&gt;</c> or <c>nav-segmented</c>.</summary>
[HtmlTargetElement("tab")]
public sealed class TabTagHelper(Show show) : TagHelper
{
    public string Href { get; set; } = "";

    public bool Current { get; set; }

    public long? Count { get; set; }

    /// <summary>How far was counted; beyond it stands a plus.</summary>
    public int Most { get; set; } = int.MaxValue;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Current ? "nav-link active" : "nav-link");
        output.Attributes.SetAttribute("href", Href);
        if (Current)
        {
            output.Attributes.SetAttribute("aria-current", "page");
        }

        if (Count is { } count)
        {
            output.PostContent.AppendHtml(Markup.Format(" <small>{0}</small>", show.Count(count, Most)));
        }
    }
}
