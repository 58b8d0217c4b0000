using Microsoft.AspNetCore.Razor.TagHelpers;
using SalesCrm.Web.Formats;

namespace SalesCrm.Web.TagHelpers;

/// <summary><c>&lt;person name="林晓雯" href="/visits?owner=3" /&gt;</c>: the surname in a circle, the name beside it.</summary>
[HtmlTargetElement("person", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PersonTagHelper : TagHelper
{
    public string? Name { get; set; }

    public string? Href { get; set; }

    /// <summary>Only the circle; the name is then its title.</summary>
    public bool Bare { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (string.IsNullOrEmpty(Name))
        {
            output.Content.SetContent(Show.Dash);
            return;
        }

        output.Attributes.SetAttribute("class", "person");
        if (Bare)
        {
            output.Attributes.SetAttribute("title", Name);
            output.Content.AppendHtml(Markup.Format("<span class=\"avatar avatar-xs rounded-circle\" aria-hidden=\"true\">{0}</span><span class=\"visually-hidden\">{1}</span>", Initial(Name), Name));
            return;
        }

        output.Content.AppendHtml(Markup.Format("<span class=\"avatar avatar-xs rounded-circle\" aria-hidden=\"true\">{0}</span>", Initial(Name)));
        output.Content.AppendHtml(Href is null ? Markup.Format("<span>{0}</span>", Name) : Markup.Format("<a class=\"text-reset\" href=\"{0}\">{1}</a>", Href, Name));
    }

    /// <summary>The surname of a Chinese name, the first letter of others.</summary>
    internal static string Initial(string name)
        => name.Length == 0 ? "?" : name[..(char.IsSurrogate(name[0]) && name.Length > 1 ? 2 : 1)].ToUpperInvariant();
}
