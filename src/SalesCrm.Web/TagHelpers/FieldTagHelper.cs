using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SalesCrm.Web.Formats;

namespace SalesCrm.Web.TagHelpers;

/// <summary>
/// A field of a form: <c>&lt;field for="Input.Name" label="客户名称" required hint="营业执照上的全称" /&gt;</c>. Label above, mark for required, what was typed,
/// and what is wrong with it in plain words. Other attributes (autocomplete, maxlength, placeholder, data-…) go to the control.
/// </summary>
[HtmlTargetElement("field", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(IHtmlGenerator generator, Localizer t) : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    /// <summary>What the label is a part of, where several fields of a form have the same label; names the field in the summary of problems.</summary>
    public string? Of { get; set; }

    public string? Hint { get; set; }

    /// <summary>What could be typed, shown as the example that it is while the control is empty.</summary>
    public string? Example { get; set; }

    public bool Required { get; set; }

    /// <summary>Across the whole form.</summary>
    public bool Wide { get; set; }

    /// <summary>text (as is), textarea, select, choice (two to five), check, number, date, time, email, tel, password, file.</summary>
    public string? Type { get; set; }

    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>The empty choice of a select.</summary>
    public string? None { get; set; }

    public int Rows { get; set; } = 3;

    /// <summary>A text that names a customer; customers are proposed while it is typed.</summary>
    public bool Mentions { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    private string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    private string Id => TagBuilder.CreateSanitizedId(Name, "_");

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        FieldLabels.Of(ViewContext.HttpContext).Add(Name, Of is null ? t[Label] : $"{t[Of]} · {t[Label]}");
        var error = ViewContext.ModelState.TryGetValue(Name, out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;
        var attributes = output.Attributes.Where(attribute => attribute.Name != "class").ToDictionary(attribute => attribute.Name, attribute => attribute.Value is HtmlString s ? s.Value : attribute.Value);
        var classes = output.Attributes["class"]?.Value;
        output.Attributes.Clear();
        var kind = Kind();
        var group = kind is "choice";
        Describe(attributes, error, group);
        if (Example is not null)
        {
            attributes["placeholder"] = t["如 {0}", Example];
        }

        if (Mentions)
        {
            Propose(attributes);
            output.PostElement.AppendHtml(Markup.Format("<datalist id=\"{0}-mentions\"></datalist>", Id));
        }

        output.TagName = group ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"field {(Wide ? "wide" : null)} {classes}".Trim());
        var marked = Markup.Format("{0}{1}", t[Label], Required ? Markup.Format("<span class=\"mark\" title=\"{0}\">*</span>", t["必填"]) : "");
        var control = FieldControl.Build(new FieldControl.Request(generator, ViewContext, For, Name, Id, kind, Items, None is null ? null : t[None], Rows, attributes, error is not null, marked));
        if (kind is not "check")
        {
            output.Content.AppendHtml(group ? Markup.Format("<legend>{0}</legend>", marked) : Markup.Format("<label class=\"form-label\" for=\"{0}\">{1}</label>", Id, marked));
        }

        output.Content.AppendHtml(control);
        if (Hint is not null)
        {
            output.Content.AppendHtml(Markup.Format("<div class=\"form-hint\" id=\"{0}-hint\">{1}</div>", Id, t[Hint]));
        }

        if (error is not null)
        {
            output.Content.AppendHtml(Markup.Format("<div class=\"form-error\" id=\"{0}-error\">{1}</div>", Id, error));
        }
    }

    private void Describe(Dictionary<string, object?> attributes, string? error, bool group)
    {
        var describedBy = string.Join(' ', new[] { error is null ? null : Id + "-error", Hint is null ? null : Id + "-hint" }.OfType<string>());
        if (describedBy.Length > 0)
        {
            attributes["aria-describedby"] = describedBy;
        }

        if (error is not null)
        {
            attributes["aria-invalid"] = "true";
        }

        if (Required && !group)
        {
            attributes["required"] = "required";
        }
    }

    private void Propose(Dictionary<string, object?> attributes)
    {
        attributes["list"] = Id + "-mentions";
        attributes["autocomplete"] = "off";
        attributes["hx-get"] = "/customers/mentions";
        attributes["hx-trigger"] = "input changed delay:200ms";
        attributes["hx-target"] = $"#{Id}-mentions";
        attributes["hx-swap"] = "innerHTML";
    }

    private string Kind() => Type ?? (Items is not null ? "select"
        : For.ModelExplorer.ModelType == typeof(bool) ? "check"
        : For.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? "date"
        : For.Metadata.UnderlyingOrModelType == typeof(TimeOnly) ? "time"
        : For.Metadata.UnderlyingOrModelType is { } type && (type == typeof(decimal) || type == typeof(int) || type == typeof(long)) ? "number"
        : "text");
}
