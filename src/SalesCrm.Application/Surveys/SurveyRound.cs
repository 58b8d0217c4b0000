using System.Globalization;
using System.Text.RegularExpressions;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Surveys;

/// <summary>The half-year that a survey asks about: <c>2024-H1</c>.</summary>
public static partial class SurveyRound
{
    public static string Of(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-H{(day.Month <= 6 ? 1 : 2)}");

    /// <summary>From 2024-H1, 2024H1, 2024年上半年 and the like; null for what is no half-year.</summary>
    public static string? Read(string? text)
    {
        var match = Shape().Match((CleanText.Line(text) ?? "").Replace(" ", "", StringComparison.Ordinal));
        return match.Success ? $"{match.Groups[1].Value}-H{(match.Groups[2].Value is "1" or "上" ? 1 : 2)}" : null;
    }

    // 年, 上, 下, 半年.
    [GeneratedRegex("^((?:19|20)[0-9]{2})\u5E74?[-/]?(?:[Hh](?=[12]$)|(?=[\u4E0A\u4E0B]\u534A\u5E74$))([12\u4E0A\u4E0B])(?:\u534A\u5E74)?$")]
    private static partial Regex Shape();
}
