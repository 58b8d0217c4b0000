using System.Text.RegularExpressions;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Shared.Values;

/// <summary>A risk out of a cell: <c>中等(需突出性价比)</c> is a level and a note; a text without a level is a note.</summary>
internal readonly partial record struct RiskText(RiskLevel? Level, string? Note)
{
    public static RiskText Read(string? typed)
    {
        if (TypedText.Folded(typed) is null)
        {
            return default;
        }

        var text = typed!.Trim();
        var match = Shape().Match(text);
        return match.Success && LevelOf(match.Groups["level"].Value) is { } level
            ? new(level, match.Groups["note"] is { Success: true, Length: > 0 } note ? note.Value : null)
            : new(null, text);
    }

    /// <summary>
    /// The cell for a level and a note. Where <paramref name="original"/>, the cell they came from, still says the same, it comes
    /// back as it was written: 中, 中等（…） or 中等(…).
    /// </summary>
    public string ToCell(string? original = null)
    {
        if (original is not null && Read(original) == this)
        {
            return original;
        }

        return (Level, Note) switch
        {
            (null, var note) => note ?? "",
            ({ } level, null) => level.Name().Format,
            ({ } level, { } note) => $"{level.Name().Format}({note})",
        };
    }

    private static RiskLevel? LevelOf(string word) => NameKey.Of(word) switch
    {
        "低" or "较低" or "低风险" or "low" => RiskLevel.Low,
        "中" or "中等" or "中风险" or "中等风险" or "medium" => RiskLevel.Medium,
        "高" or "较高" or "高风险" or "high" => RiskLevel.High,
        _ => null,
    };

    [GeneratedRegex(@"^(?<level>[^()（）]{1,10}?)\s*(?:[(（](?<note>.*)[)）])?$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Shape();
}
