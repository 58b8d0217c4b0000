using Microsoft.AspNetCore.Razor.TagHelpers;
using SalesCrm.Web.Formats;

namespace SalesCrm.Web.TagHelpers;

/// <summary><c>&lt;due date="@row.NextOn" time="@row.NextAt" /&gt;</c>: 逾期 3 天 with the date, 今天 with the time, other days as dates.</summary>
[HtmlTargetElement("due", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DueTagHelper(Show show) : TagHelper
{
    public DateOnly? Date { get; set; }

    public TimeOnly? Time { get; set; }

    /// <summary>The matter is settled: only the date, no judgement.</summary>
    public bool Settled { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "nowrap");
        if (Settled)
        {
            output.Content.SetContent(show.Date(Date));
            return;
        }

        var due = show.Due(Date, Time);
        output.Content.AppendHtml(due.Kind switch
        {
            DueKind.Overdue => Markup.Format("<span class=\"state bad\">{0}{1}</span>", Markup.Icon("ti-alert-circle"), due.Words),
            DueKind.Today or DueKind.None => Markup.Format("<span class=\"state warn\">{0}{1}</span>", Markup.Icon("ti-clock"), due.Words),
            _ => Markup.Format("{0}", due.Words),
        });
        if (due.Detail.Length > 0)
        {
            output.Content.AppendHtml(Markup.Format(" <span class=\"meta\">{0}</span>", due.Detail));
        }
    }
}
