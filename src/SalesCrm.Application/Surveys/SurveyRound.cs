using System.Globalization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Surveys;

/// <summary>The half-year that a survey asks about: <c>2024-H1</c>.</summary>
public static class SurveyRound
{
    public static string Of(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-H{(day.Month <= 6 ? 1 : 2)}");

    /// <summary>From 2024-H1, 2024H1, 2024年上半年 and the like; null for what is no half-year.</summary>
    public static string? Read(string? text)
    {
        var typed = CleanText.Line(text) ?? "";
        var digits = string.Concat(typed.Select(character => character switch
        {
            '年' or '半' or 'H' or 'h' or '-' or '/' or ' ' => "",
            '上' => "1",
            '下' => "2",
            _ => character.ToString(),
        }));
        var (isWord, isNamed, isLetter) = (typed.Contains('半'), typed.AsSpan().IndexOfAny('上', '下') > 0, typed.AsSpan().IndexOfAny('H', 'h') > 0);
        return isWord == isNamed && isWord != isLetter && digits is { Length: 5 } && (digits[4] is '1' or '2')
            && int.TryParse(digits.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2099
                ? $"{digits[..4]}-H{digits[4]}" : null;
    }
}
