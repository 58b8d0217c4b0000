using System.Globalization;
using SalesCrm.Application.Shared.Values;

namespace SalesCrm.Application.Imports.Kinds;

/// <summary>A day and what is to happen then, in one cell: written so that it reads back the same.</summary>
internal static class PlanCell
{
    /// <summary>A text that names its own day is written word for word; otherwise the day comes first.</summary>
    public static string Of(DateOnly? on, string? text)
    {
        if (on is not { } day)
        {
            return text ?? "";
        }

        return string.IsNullOrEmpty(text) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : NamesDay(text) ? text
            : day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture) + text;
    }

    /// <summary>A text that names a day.</summary>
    public static bool NamesDay(string text) => PlanText.Read(text, new DateOnly(2024, 1, 1)).Value is { Date: not null };
}
