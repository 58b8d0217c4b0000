using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace SalesCrm.Web.TagHelpers;

/// <summary>The control of a field: what was typed wins over what the model holds.</summary>
internal static class FieldControl
{
    internal sealed record Request(
        IHtmlGenerator Generator, ViewContext View, ModelExpression For, string Name, string Id, string Kind,
        IEnumerable<SelectListItem>? Items, string? None, int Rows, Dictionary<string, object?> Attributes, bool Invalid, IHtmlContent Label);

    public static IHtmlContent Build(Request field) => field.Kind switch
    {
        "textarea" => Area(field),
        "select" => Select(field),
        "choice" => Choice(field),
        "check" => Check(field),
        "file" => Input(field, "file", null),
        "password" => Input(field, "password", null),
        // A number field would drop what is not a number; plain text keeps it for the message beside it.
        "number" => Input(field, "text", Typed(field), ("inputmode", "decimal"), ("autocomplete", "off")),
        _ => Input(field, field.Kind, Typed(field)),
    };

    private static TagBuilder Input(Request field, string type, string? value, params (string Name, string Value)[] more)
    {
        var tag = Tag("input", "form-control", field);
        tag.TagRenderMode = TagRenderMode.SelfClosing;
        tag.MergeAttribute("type", type);
        foreach (var (name, text) in more)
        {
            tag.MergeAttribute(name, text);
        }

        if (value is not null)
        {
            tag.MergeAttribute("value", value);
        }

        return tag;
    }

    private static TagBuilder Area(Request field)
    {
        var tag = Tag("textarea", "form-control", field);
        tag.MergeAttribute("rows", field.Rows.ToString(CultureInfo.InvariantCulture));
        // The first line break after the tag is not part of the text.
        tag.InnerHtml.AppendHtml("\n").Append(Typed(field) ?? "");
        return tag;
    }

    private static TagBuilder Select(Request field)
    {
        var multiple = field.For.ModelExplorer.ModelType != typeof(string) && typeof(System.Collections.IEnumerable).IsAssignableFrom(field.For.ModelExplorer.ModelType);
        var values = field.Generator.GetCurrentValues(field.View, field.For.ModelExplorer, field.For.Name, multiple);
        var tag = field.Generator.GenerateSelect(field.View, field.For.ModelExplorer, field.None, field.For.Name, field.Items ?? [], values, multiple, field.Attributes);
        tag.AddCssClass(field.Invalid ? "form-select is-invalid" : "form-select");
        return tag;
    }

    private static IHtmlContentBuilder Choice(Request field)
    {
        var now = Typed(field);
        var group = new HtmlContentBuilder().AppendHtml("<div class=\"form-selectgroup\">");
        var number = 0;
        foreach (var item in field.Items ?? [])
        {
            var tag = Tag("input", "form-selectgroup-input", field);
            tag.TagRenderMode = TagRenderMode.SelfClosing;
            tag.Attributes["id"] = number++ == 0 ? field.Id : $"{field.Id}_{number}";
            tag.MergeAttribute("type", "radio");
            tag.MergeAttribute("value", item.Value);
            if (item.Value == now)
            {
                tag.MergeAttribute("checked", "checked");
            }

            group.AppendHtml(Markup.Format("<label class=\"form-selectgroup-item\">{0}<span class=\"form-selectgroup-label\">{1}</span></label>", tag, item.Text));
        }

        return group.AppendHtml("</div>");
    }

    private static IHtmlContent Check(Request field)
    {
        var tag = Tag("input", "form-check-input", field);
        tag.TagRenderMode = TagRenderMode.SelfClosing;
        tag.MergeAttribute("type", "checkbox");
        tag.MergeAttribute("value", "true");
        if (string.Equals(Typed(field), "true", StringComparison.OrdinalIgnoreCase))
        {
            tag.MergeAttribute("checked", "checked");
        }

        return Markup.Format("<label class=\"form-check m-0\">{0}<span class=\"form-check-label\">{1}</span></label>", tag, field.Label);
    }

    private static TagBuilder Tag(string name, string cssClass, Request field)
    {
        var tag = new TagBuilder(name);
        tag.MergeAttributes(field.Attributes.ToDictionary(attribute => attribute.Key, attribute => (string?)attribute.Value?.ToString()));
        tag.AddCssClass(field.Invalid ? cssClass + " is-invalid" : cssClass);
        tag.MergeAttribute("id", field.Id);
        tag.MergeAttribute("name", field.Name);
        return tag;
    }

    private static string? Typed(Request field)
        => field.View.ModelState.TryGetValue(field.Name, out var entry) && entry.RawValue is not null ? entry.AttemptedValue : field.For.Model switch
        {
            null => null,
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
            DateTime at => at.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
            decimal number => number.ToString("0.############", CultureInfo.InvariantCulture),
            IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
            var other => other.ToString(),
        };
}
