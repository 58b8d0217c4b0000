using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using SalesCrm.Application.Visits;
using SalesCrm.Web.Formats;

namespace SalesCrm.Web.Pages.Visits;

/// <summary>Choices of the forms for follow-ups.</summary>
public static class VisitOptions
{
    public static IEnumerable<SelectListItem> Of(IEnumerable<VisitForm.Choice> choices) => choices.Select(choice => new SelectListItem(choice.Name, Key(choice.Id)));

    public static IEnumerable<SelectListItem> Methods(Localizer t) => VisitMethodNames.Offered.Select(method => new SelectListItem(t[method.Name()], method.ToString()));

    public static IEnumerable<SelectListItem> Tasks(IEnumerable<VisitForm.TaskChoice> tasks, Localizer t, Show show)
        => tasks.Select(task => new SelectListItem($"{t["售后跟进"]} · {task.Opportunity} · {show.Date(task.DueOn)}", Key(task.Id)));

    /// <summary>Days that people mean most often; the date stands in the value, so that no script is needed.</summary>
    public static IEnumerable<SelectListItem> Days(DateOnly today, Localizer t) =>
    [
        new(t["明天"], Day(today.AddDays(1))),
        new(t["3 天后"], Day(today.AddDays(3))),
        new(t["下周一"], Day(today.AddDays(8 - (((int)today.DayOfWeek + 6) % 7 + 1)))),
        new(t["暂不安排"], ""),
    ];

    private static string Key(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
