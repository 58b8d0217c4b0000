using System.Text.RegularExpressions;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Shared.Values;

/// <summary>A day with the time where one was written, both as the company's wall clock shows them.</summary>
internal readonly record struct DayAndTime(DateOnly Date, TimeOnly? Time);

/// <summary>A date with or without time: 2024-03-15 10:30, 2024/3/15 9:05:00, 2024年3月15日 10时30分, 2024/3/15 下午 3:30.</summary>
internal static partial class DateTimeText
{
    public static Reading<DayAndTime?> Read(string? typed)
    {
        if (TypedText.Folded(typed) is not { } text)
        {
            return default(DayAndTime?);
        }

        var match = Shape().Match(text);
        if (!match.Success)
        {
            var day = DateText.Read(typed);
            return day.IsRefused ? Reading<DayAndTime?>.Refused(day.Problem.Value) : new DayAndTime(day.Value!.Value, null);
        }

        var date = DateText.Of(match);
        if (date.IsRefused)
        {
            return Reading<DayAndTime?>.Refused(date.Problem.Value);
        }

        return TimeIn(match) is { } time
            ? new DayAndTime(date.Value, time)
            : Reading<DayAndTime?>.Refused(new Text("没有“{0}”这个时间", TypedText.Quoted(match.Groups["time"].Value)));
    }

    private static TimeOnly? TimeIn(Match match)
    {
        var hour = DateText.Number(match, "hour");
        var minute = match.Groups["minute"].Success ? DateText.Number(match, "minute") : 0;
        var second = match.Groups["second"].Success ? DateText.Number(match, "second") : 0;
        if (match.Groups["half"] is { Success: true } half)
        {
            if (hour is < 1 or > 12)
            {
                return null;
            }

            hour = (hour % 12) + (half.Value is "下午" or "PM" or "pm" ? 12 : 0);
        }

        return hour < 24 && minute < 60 && second < 60 ? new TimeOnly(hour, minute, second) : null;
    }

    [GeneratedRegex(
        "^" + DateText.Whole + @"(?: *T| +|(?<=[日号號])|(?=[上下]午))(?<time>(?<half>[上下]午)? *(?<hour>[0-9]{1,2})(?::(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:\.[0-9]+)?)?|[时時点點](?:(?<minute>[0-9]{1,2})分?)?)(?: *(?<half>AM|PM|am|pm))?)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
