using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SalesCrm.Web.TagHelpers;

/// <summary><c>&lt;state kind="Bad" icon="ti-alert-circle"&gt;逾期 3 天&lt;/state&gt;</c>; without an icon the kind's own is taken.</summary>
[HtmlTargetElement("state")]
public sealed class StateTagHelper : TagHelper
{
    public StateKind Kind { get; set; }

    public string? Icon { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", ("state " + Name(Kind)).TrimEnd());
        if ((Icon ?? OwnIcon(Kind)) is { } icon)
        {
            output.PreContent.AppendHtml(Markup.Icon(icon));
        }
    }

    internal static string Name(StateKind kind) => kind switch
    {
        StateKind.Good => "good",
        StateKind.Warn => "warn",
        StateKind.Bad => "bad",
        StateKind.Info => "info",
        _ => "",
    };

    private static string? OwnIcon(StateKind kind) => kind switch
    {
        StateKind.Good => "ti-check",
        StateKind.Warn => "ti-clock",
        StateKind.Bad => "ti-alert-circle",
        StateKind.Info => "ti-info-circle",
        _ => null,
    };
}
