using System.Globalization;
using System.Text.RegularExpressions;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Shared.Values;

/// <summary>A whole date, the year first: 2024-03-15, 2024/3/15, 2024.3.15, 2024年3月15日, 20240315. Midnight behind it is dropped.</summary>
internal static partial class DateText
{
    public static Reading<DateOnly?> Read(string? typed)
    {
        if (TypedText.Folded(typed) is not { } text)
        {
            return default(DateOnly?);
        }

        var match = Shape().Match(text);
        if (match.Success)
        {
            var date = Of(match);
            return date.IsRefused ? Reading<DateOnly?>.Refused(date.Problem.Value) : date.Value;
        }

        return Reading<DateOnly?>.Refused(
            YearLast().IsMatch(text)
                ? new Text("日期“{0}”分不清月和日，请写成 2024-03-15 这样的格式", TypedText.Quoted(typed!))
                : new Text("看不懂日期“{0}”，请写成 2024-03-15 或 2024年3月15日", TypedText.Quoted(typed!)));
    }

    /// <summary>The date in the groups year, month and day of a match.</summary>
    internal static Reading<DateOnly> Of(Match match)
        => Of(Number(match, "year"), Number(match, "month"), Number(match, "day"));

    internal static Reading<DateOnly> Of(int year, int month, int day)
    {
        if (!BusinessDates.HasYear(year))
        {
            return Reading<DateOnly>.Refused(BusinessDates.OutOfRange);
        }

        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : Reading<DateOnly>.Refused(new Text("没有 {0} 年 {1} 月 {2} 日这一天", year, month, day));
    }

    internal static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The part of a pattern that is a whole date.</summary>
    internal const string Whole =
        @"(?:(?<year>[0-9]{4})(?:(?<mark>[-/.])(?<month>[0-9]{1,2})\k<mark>(?<day>[0-9]{1,2})| *年 *(?<month>[0-9]{1,2}) *月 *(?<day>[0-9]{1,2}) *[日号號]))";

    [GeneratedRegex(@"^(?:" + Whole + @"|(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2}))(?:[ T]0?0:00(?::00(?:\.0+)?)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex(@"^[0-9]{1,2}[-/.][0-9]{1,2}[-/.](?:[0-9]{2}){1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex YearLast();
}
