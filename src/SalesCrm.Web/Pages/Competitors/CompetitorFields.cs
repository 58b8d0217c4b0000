using SalesCrm.Application.Competitors;
using SalesCrm.Web.Pages.Shared;

namespace SalesCrm.Web.Pages.Competitors;

/// <summary>The fields that the forms of a competitor's file share.</summary>
public sealed record CompetitorFields(CompetitorInput Input)
{
    /// <summary>Both versions of a file, field by field.</summary>
    public static IReadOnlyList<ConflictField> Compared(CompetitorInput mine, CompetitorInput theirs) => new Versions<CompetitorInput>(mine, theirs)
        .Words("Name", "名称", c => c.Name)
        .Words("Website", "网址", c => c.Website)
        .Words("Scale", "规模", c => c.Scale)
        .Words("Region", "区域", c => c.Region)
        .Words("PriceLevel", "价格水平", c => c.PriceLevel)
        .Kind("Threat", "威胁程度", c => c.Threat, threat => threat.Name())
        .Words("Products", "产品", c => c.Products)
        .Words("Strengths", "优势", c => c.Strengths)
        .Words("Weaknesses", "劣势", c => c.Weaknesses)
        .Words("Strategy", "竞争策略", c => c.Strategy)
        .Words("CounterStrategy", "如何取胜", c => c.CounterStrategy)
        .Words("Answers", "对方说法与应答", c => c.Answers)
        .Words("Traps", "注意陷阱", c => c.Traps)
        .Words("Proof", "证明材料", c => c.Proof)
        .Fields;
}
