using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SalesCrm.Web.Formats;

namespace SalesCrm.Web.TagHelpers;

/// <summary><c>&lt;problems /&gt;</c> at the head of a form: everything that is wrong, each with a link to its field. Shows nothing while all is well.</summary>
[HtmlTargetElement("problems", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ProblemsTagHelper(Localizer t) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var problems = ViewContext.ModelState
            .SelectMany(entry => entry.Value!.Errors, (entry, error) => (entry.Key, error.ErrorMessage))
            .Distinct()
            .ToList();
        if (problems.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "alert alert-danger problems");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Content.AppendHtml(Markup.Icon("ti-alert-circle")).AppendHtml("<div>");
        output.Content.AppendHtml(Markup.Format("<b>{0}</b>", t["还没有完成，请先改好下面 {0} 处；填写的内容都还在。", problems.Count]));
        output.Content.AppendHtml(new ProblemList(problems, FieldLabels.Of(ViewContext.HttpContext), t)).AppendHtml("</div>");
    }

    /// <summary>Written after the whole page was made, when the fields below the summary have told their names.</summary>
    private sealed class ProblemList(IReadOnlyList<(string Key, string Message)> problems, FieldLabels labels, Localizer t) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            writer.Write("<ul>");
            foreach (var (key, message) in problems.OrderBy(problem => labels.PlaceOf(problem.Key)))
            {
                var line = key.Length == 0
                    ? Markup.Format("<li>{0}</li>", message)
                    : Markup.Format("<li><a href=\"#{0}\">{1}</a></li>", TagBuilder.CreateSanitizedId(key, "_"), Named(labels.LabelOf(key), message));
                line.WriteTo(writer, encoder);
            }

            writer.Write("</ul>");
        }

        /// <summary>A message that names its field already is not told its name again.</summary>
        private string Named(string label, string message)
            => label.Length == 0 || message.Contains(label, StringComparison.OrdinalIgnoreCase) ? message : t["{0}：{1}", label, message];
    }
}
