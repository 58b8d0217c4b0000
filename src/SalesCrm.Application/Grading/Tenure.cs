using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Grading;

/// <summary>Cooperation since the first deal, in full calendar months: complete on the same day of the month, or on its last day where that day is missing.</summary>
internal static class Tenure
{
    public static int MonthsOf(DateOnly? firstDealOn, DateOnly today)
    {
        if (firstDealOn is not { } first || first > today)
        {
            return 0;
        }

        var months = ((today.Year - first.Year) * 12) + today.Month - first.Month;
        return first.AddMonths(months) > today ? months - 1 : months;
    }

    /// <summary>2 年 3 个月</summary>
    public static Text Say(int months) => (months / 12, months % 12) switch
    {
        (0, var rest) => new Text("{0} 个月", rest),
        (var years, 0) => new Text("{0} 年", years),
        var (years, rest) => new Text("{0} 年 {1} 个月", years, rest),
    };
}
