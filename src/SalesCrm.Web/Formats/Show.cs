using System.Globalization;
using Microsoft.AspNetCore.Html;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Web.Formats;

/// <summary>Numbers and dates as people read them, in the language of the request and the company's time zone.</summary>
public sealed class Show(CompanyClock clock)
{
    /// <summary>What stands where there is nothing to show.</summary>
    public const string Dash = "–";

    private static CultureInfo Invariant => CultureInfo.InvariantCulture;

    private static bool English => Translations.Current == Translations.English;

    public DateOnly Today => clock.Today;

    /// <summary>Whole yuan; the unit belongs to the column head.</summary>
    public string Money(decimal? yuan) => Number(yuan);

    /// <summary>Yuan and fen, where cents matter.</summary>
    public string MoneyExact(decimal? yuan) => Number(yuan, 2);

    /// <summary>For board heads and chart titles: 83.2 万, 1.2 亿; in English ¥832k, ¥1.2M.</summary>
    public string MoneyShort(decimal? yuan) => yuan is not { } amount ? Dash : English ? ShortEnglish(amount) : ShortChinese(amount);

    /// <summary>A ratio (0.3) with one place: 30.0%.</summary>
    public string Percent(decimal? ratio) => ratio is { } value ? (value * 100).ToString("N1", Invariant) + "%" : Dash;

    /// <summary>A difference of two ratios (0.05): 5.0 点.</summary>
    public string Points(decimal? difference)
        => difference is { } value ? Translations.Current.Say(new Text("{0} 点", (value * 100).ToString("N1", Invariant))) : Dash;

    public string Number(decimal? value, int decimals = 0) => value?.ToString("N" + decimals.ToString(Invariant), Invariant) ?? Dash;

    /// <summary>A count that went no further than one more than <paramref name="most"/>: 10,000+.</summary>
    public string Count(long count, int most) => count > most ? Number(most) + "+" : Number(count);

    /// <summary>A count inside a sentence: <c>T.Html("共 {0} 家", Show.Bold(n))</c>.</summary>
    public IHtmlContent Bold(decimal? value) => new BoldText(Number(value));

    /// <summary>The total of a list inside a sentence, as far as lists are counted.</summary>
    public IHtmlContent BoldTotal(int total) => new BoldText(Count(total, Counting.Most));

    /// <summary>Province and city, a municipality (上海 上海) once; null where neither is known.</summary>
    public static string? Place(string? province, string? city)
        => string.Join(' ', new[] { province, city }.Where(part => !string.IsNullOrEmpty(part)).Distinct()) is { Length: > 0 } place ? place : null;

    /// <summary>3月29日 in this year, 2023年12月5日 in others; English 29 Mar, 5 Dec 2023.</summary>
    public string Date(DateOnly? date) => date is { } day ? DayWords.Of(day, Today) : Dash;

    /// <summary>The day of an instant (UTC) at the company's place.</summary>
    public string Date(DateTime? instant) => Date(instant is { } utc ? clock.DateOf(utc) : (DateOnly?)null);

    /// <summary>Day and time of an instant (UTC) at the company's place, 24 hours.</summary>
    public string DateTime(DateTime? instant) => instant is null ? Dash : Date(instant) + " " + Time(instant);

    public string Time(DateTime? instant) => instant is { } utc ? clock.LocalOf(utc).ToString("HH:mm", Invariant) : Dash;

    public string Time(TimeOnly? time) => time?.ToString("HH:mm", Invariant) ?? Dash;

    /// <summary>周二; English Tue.</summary>
    public string Weekday(DateOnly date) => English
        ? date.ToString("ddd", Invariant)
        : "周" + "日一二三四五六"[(int)date.DayOfWeek];

    /// <summary>2024年Q1, 2024年3月, 2024年.</summary>
    public string Period(Period? period) => period is { } known ? Translations.Current.Say(known.Name) : Dash;

    /// <summary>How soon a planned day is, seen from today.</summary>
    public Due Due(DateOnly? date, TimeOnly? time = null)
    {
        if (date is not { } day)
        {
            return new(DueKind.None, Translations.Current.Say("未安排"), "");
        }

        var days = day.DayNumber - Today.DayNumber;
        return days switch
        {
            < 0 => new(DueKind.Overdue, Translations.Current.Say(new Text("逾期 {0} 天", -days)), Date(day)),
            0 => new(DueKind.Today, Translations.Current.Say("今天"), time is null ? "" : Time(time)),
            1 => new(DueKind.Tomorrow, Translations.Current.Say("明天"), time is null ? Weekday(day) : Time(time)),
            <= 14 => new(DueKind.Later, Date(day), Weekday(day)),
            _ => new(DueKind.Later, Date(day), ""),
        };
    }

    private static string ShortChinese(decimal amount) => Math.Abs(amount) switch
    {
        >= 99_999_500m => Scaled(amount, 100_000_000m, "N1") + " 亿",
        >= 10_000m => Scaled(amount, 10_000m, "N1") + " 万",
        _ => amount.ToString("N0", CultureInfo.InvariantCulture),
    };

    private static string ShortEnglish(decimal amount) => (amount < 0 ? "-¥" : "¥") + Math.Abs(amount) switch
    {
        >= 999_950_000m => Scaled(Math.Abs(amount), 1_000_000_000m, "0.#") + "B",
        >= 999_950m => Scaled(Math.Abs(amount), 1_000_000m, "0.#") + "M",
        >= 1_000m => Scaled(Math.Abs(amount), 1_000m, "0.#") + "k",
        _ => Math.Abs(amount).ToString("0", CultureInfo.InvariantCulture),
    };

    private static string Scaled(decimal amount, decimal unit, string format) => (amount / unit).ToString(format, CultureInfo.InvariantCulture);
}
