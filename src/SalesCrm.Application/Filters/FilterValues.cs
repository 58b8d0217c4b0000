using System.Globalization;
using System.Text.RegularExpressions;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Values;

namespace SalesCrm.Application.Filters;

/// <summary>Reads the values of conditions and says them in words.</summary>
internal static partial class FilterValues
{
    private const int MostDays = 36_500;

    /// <summary>To see whether a value is a day at all.</summary>
    public static DateOnly AnyDay { get; } = new(2100, 1, 1);

    public static long? Id(string value) => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    public static decimal? Number(string value) => FieldTyping.ReadNumber(value) is { IsRefused: false, Value: { } number } ? number : null;

    public static decimal? Money(string value) => MoneyText.Read(value) is { IsRefused: false, Value: { } yuan } ? yuan : null;

    /// <summary>A date, or days from today: <c>-90d</c>, <c>0d</c>, <c>7d</c>.</summary>
    public static DateOnly? Day(string value, DateOnly today)
        => Days(value) is { } days ? today.AddDays(days) : DateText.Read(value) is { IsRefused: false, Value: { } day } ? day : null;

    public static int? Days(string value)
        => Relative().Match(value) is { Success: true } match && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days) && Math.Abs(days) <= MostDays ? days : null;

    /// <summary>A value in words; choices come from the field.</summary>
    public static Text Words(FilterKind kind, string value) => kind switch
    {
        FilterKind.Date when Days(value) is { } days => days switch
        {
            0 => "今天",
            < 0 => new Text("{0} 天前", -days),
            _ => new Text("{0} 天后", days),
        },
        FilterKind.Date when Day(value, AnyDay) is { } day => new Text("{0}", day),
        FilterKind.Money when Money(value) is { } yuan => new Text("{0} 元", yuan.ToString("#,0.##", CultureInfo.InvariantCulture)),
        FilterKind.Number when Number(value) is { } number => new Text("{0}", number.ToString("#,0.####", CultureInfo.InvariantCulture)),
        FilterKind.YesNo => value == "true" ? "是" : "否",
        _ => new Text("{0}", value),
    };

    [GeneratedRegex("^(-?[0-9]{1,5})d$", RegexOptions.CultureInvariant)]
    private static partial Regex Relative();
}
