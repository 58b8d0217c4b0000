using Microsoft.AspNetCore.Razor.TagHelpers;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Web.Formats;

namespace SalesCrm.Web.TagHelpers;

/// <summary>
/// One entry of <c>&lt;ul class="timeline"&gt;</c>: <c>&lt;event icon="ti-message-2" at="@visit.At" title="…"&gt;body&lt;/event&gt;</c>;
/// with <c>month</c> alone it is the line between months.
/// </summary>
[HtmlTargetElement("event")]
public sealed class EventTagHelper(Show show) : TagHelper
{
    public string Icon { get; set; } = "ti-point";

    public StateKind Kind { get; set; }

    /// <summary>The headline; already translated.</summary>
    public string? Title { get; set; }

    /// <summary>Who, in bold before the headline.</summary>
    public string? Who { get; set; }

    /// <summary>The instant (UTC).</summary>
    public DateTime? At { get; set; }

    /// <summary>A business date without a time.</summary>
    public DateOnly? On { get; set; }

    /// <summary>Only the line between months, for the month of this day.</summary>
    public DateOnly? Month { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Month is { } day)
        {
            output.Attributes.SetAttribute("class", "timeline-month");
            output.Content.SetContent(show.Period(Period.Around(day, PeriodKind.Month)));
            return;
        }

        var body = await output.GetChildContentAsync();
        output.Attributes.SetAttribute("class", "timeline-event");
        output.Content.SetHtmlContent(Markup.Format(
            "<div class=\"timeline-event-icon {0}\">{1}</div><div class=\"timeline-event-card\"><div class=\"row-between align-items-baseline\"><div class=\"dense\"><b>{2}</b> {3}</div><span class=\"meta nowrap\">{4}</span></div>{5}</div>",
            StateTagHelper.Name(Kind), Markup.Icon(Icon), Who ?? "", Title ?? "", On is not null ? show.Date(On) : At is not null ? show.DateTime(At) : "", body));
    }
}
