using System.Text.RegularExpressions;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Shared.Values;

/// <summary>
/// A plan out of a cell: <c>3月20日提交方案</c> is a date and what is to be done then. <paramref name="Original"/> is the cell word
/// for word and what is written back.
/// </summary>
/// <param name="Date">Null when the text names no date, or more than one.</param>
/// <param name="What">The text behind the date; the whole text when the date stands inside a sentence.</param>
internal sealed partial record PlanText(DateOnly? Date, string What, string Original)
{
    /// <summary>A plan lies ahead of its row; a date further back than this belongs to the next year.</summary>
    private const int DaysBack = 180;

    /// <summary>
    /// Reads a plan whose date may lack the year. The year is that of <paramref name="reference"/>, the row's own date; when the
    /// result would lie more than 180 days before it, the next year. A date that the calendar does not have is refused.
    /// </summary>
    public static Reading<PlanText> Read(string? typed, DateOnly reference)
    {
        if (TypedText.Folded(typed) is null)
        {
            return default(PlanText);
        }

        var text = typed!.Trim();
        var dates = Shape().Matches(Narrowed(text));
        if (dates is not [var match])
        {
            return new PlanText(null, text, typed);
        }

        var date = DateOf(match, reference);
        if (date.IsRefused)
        {
            return Reading<PlanText>.Refused(date.Problem.Value);
        }

        var what = match.Index == 0 ? text[match.Length..].TrimStart(' ', '\u3000', ',', '，', ':', '：') : text;
        return new PlanText(date.Value, what, typed);
    }

    private static Reading<DateOnly> DateOf(Match match, DateOnly reference)
    {
        if (match.Groups["year"].Success)
        {
            return DateText.Of(match);
        }

        var (month, day) = (DateText.Number(match, "month"), DateText.Number(match, "day"));
        var year = reference.Year;
        if (month is >= 1 and <= 12 && new DateOnly(year, month, Math.Clamp(day, 1, 28)).DayNumber < reference.DayNumber - DaysBack)
        {
            year++;
        }

        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2024, month)
            ? DateText.Of(year, month, day)
            : Reading<DateOnly>.Refused(new Text("没有 {0} 月 {1} 日这一天", month, day));
    }

    /// <summary>Full-width digits as ASCII, every character at its place.</summary>
    private static string Narrowed(string text)
        => string.Concat(text.Select(character => character is >= '０' and <= '９' ? (char)(character - '０' + '0') : character));

    [GeneratedRegex(@"(?<![0-9年.-/])(?:" + DateText.Whole + @"|(?<month>[0-9]{1,2}) ?月 ?(?<day>[0-9]{1,2}) ?[日号號])(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
