using System.Globalization;
using SalesCrm.Application.Shared.Values;

namespace SalesCrm.Application.Imports.Kinds;

/// <summary>A day and what is to happen then, in one cell: written so that it reads back the same.</summary>
internal static class PlanCell
{
    /// <summary>
    /// A text that names its own day is written word for word; otherwise the day comes first, without its year (<c>3月20日提交方案</c>) where
    /// every one of the <paramref name="references"/> by which the cell may be read gives that year.
    /// </summary>
    public static string Of(DateOnly? on, string? text, params DateOnly?[] references)
    {
        if (on is not { } day)
        {
            return text ?? "";
        }

        return string.IsNullOrEmpty(text) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : NamesDay(text) ? text
            : Short(day, text, references) ?? day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture) + text;
    }

    private static string? Short(DateOnly day, string text, DateOnly?[] references)
    {
        var cell = day.ToString("M月d日", CultureInfo.InvariantCulture) + text;
        return references.Length > 0 && references.All(known => known is { } reference && PlanText.Read(cell, reference).Value?.Date == day) ? cell : null;
    }

    /// <summary>A text that names a day.</summary>
    public static bool NamesDay(string text) => PlanText.Read(text, new DateOnly(2024, 1, 1)).Value is { Date: not null };
}
