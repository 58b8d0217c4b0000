using SalesCrm.Application.Competitors;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Web.Pages.Shared;

namespace SalesCrm.Web.Pages.Competitors;

/// <summary>The fields that the forms of a competitor's file share.</summary>
public sealed record CompetitorFields(CompetitorInput Input)
{
    /// <summary>Both versions of a file, field by field.</summary>
    public static IEnumerable<ConflictField> Compared(CompetitorInput mine, CompetitorInput theirs)
    {
        yield return Plain("Name", "名称", c => c.Name);
        yield return Plain("Website", "网址", c => c.Website);
        yield return Plain("Scale", "规模", c => c.Scale);
        yield return Plain("Region", "区域", c => c.Region);
        yield return Plain("PriceLevel", "价格水平", c => c.PriceLevel);
        yield return new ConflictField("Input.Threat", "威胁程度", mine.Threat?.ToString(), theirs.Threat?.ToString(), Say(mine.Threat), Say(theirs.Threat));
        yield return Plain("Products", "产品", c => c.Products);
        yield return Plain("Strengths", "优势", c => c.Strengths);
        yield return Plain("Weaknesses", "劣势", c => c.Weaknesses);
        yield return Plain("Strategy", "竞争策略", c => c.Strategy);
        yield return Plain("CounterStrategy", "如何取胜", c => c.CounterStrategy);

        ConflictField Plain(string name, string label, Func<CompetitorInput, string?> value)
            => new("Input." + name, label, value(mine)?.ReplaceLineEndings("\n"), value(theirs)?.ReplaceLineEndings("\n"));
    }

    private static string? Say(ThreatLevel? threat) => threat is { } known ? Translations.Current.Say(known.Name()) : null;
}
