using System.Globalization;

namespace SalesCrm.Application.Shared.Localization;

/// <summary>
/// How a day is said wherever people read it: 3月29日 in this year, 2023年12月5日 in others; English 29 Mar, 5 Dec 2023. A sentence says the days among its
/// arguments so by itself. Files, forms and addresses write 2024-03-29.
/// </summary>
public static class DayWords
{
    /// <param name="day">The day.</param>
    /// <param name="today">Its year goes without saying; null where the words are kept and may be read in another year.</param>
    /// <param name="language">The reader's where null.</param>
    public static string Of(DateOnly day, DateOnly? today = null, Translations? language = null)
    {
        var isThisYear = day.Year == today?.Year;
        return day.ToString((language ?? Translations.Current) == Translations.English ? (isThisYear ? "d MMM" : "d MMM yyyy") : (isThisYear ? "M月d日" : "yyyy年M月d日"), CultureInfo.InvariantCulture);
    }
}
