using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SalesCrm.Web.Formats;

namespace SalesCrm.Web.TagHelpers;

/// <summary>
/// A filter of a list. In force: <c>&lt;chip label="地区" value="江苏" drop="region" /&gt;</c> with a cross that takes it away.
/// To switch on: <c>&lt;chip label="只看停滞" count="4" set="stalled" to="true" /&gt;</c>; pressed again it goes.
/// </summary>
[HtmlTargetElement("chip", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChipTagHelper(Localizer t, Show show) : TagHelper
{
    public string Label { get; set; } = "";

    public string? Value { get; set; }

    /// <summary>Query name that the cross removes.</summary>
    public string? Drop { get; set; }

    /// <summary>Query name that a press sets to <see cref="To"/>.</summary>
    public string? Set { get; set; }

    public string To { get; set; } = "true";

    public long? Count { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "tag");
        output.Content.Append(t[Label]);
        if ((Value ?? (Count is { } n ? show.Number(n) : null)) is { } value)
        {
            output.Content.AppendHtml(Markup.Format(" <b>{0}</b>", value));
        }

        if (Set is not null)
        {
            var on = request.Query[Set].Contains(To);
            output.TagName = "a";
            output.Attributes.SetAttribute("href", QueryLink.With(request, (Set, on ? null : To)));
            output.Attributes.SetAttribute("hx-boost", "true");
            if (on)
            {
                output.Attributes.SetAttribute("aria-current", "true");
            }

            return;
        }

        output.TagName = "span";
        if (Drop is not null)
        {
            output.Content.AppendHtml(Markup.Format("<a class=\"drop\" href=\"{0}\" hx-boost=\"true\" aria-label=\"{1}\">{2}</a>",
                QueryLink.With(request, (Drop, null)), t["去掉 {0}", t[Label]], Markup.Icon("ti-x")));
        }
    }
}
