using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Shared.Values;

/// <summary>A period as tables write it: 2024年Q1, 2024-03, 2024年3月, 2024.</summary>
internal static class PeriodText
{
    public static Reading<Period?> Read(string? typed)
    {
        if (TypedText.Folded(typed) is not { } text)
        {
            return default(Period?);
        }

        return Period.TryParse(text, out var period)
            ? period
            : Reading<Period?>.Refused(new Text("看不懂统计周期“{0}”，请写成 2024年Q1、2024-03 或 2024", TypedText.Quoted(typed!)));
    }
}
