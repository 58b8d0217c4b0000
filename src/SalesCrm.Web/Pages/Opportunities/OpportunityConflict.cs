using System.Globalization;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Web.Pages.Shared;

namespace SalesCrm.Web.Pages.Opportunities;

/// <summary>Both versions of an opportunity, field by field.</summary>
public static class OpportunityConflict
{
    public static IEnumerable<ConflictField> Fields(OpportunityInput mine, OpportunityInput theirs, OpportunityChoices choices)
    {
        yield return Plain("Name", "商机名称", o => o.Name);
        yield return Chosen("SourceId", "机会来源", o => o.SourceId, id => choices.Sources.FirstOrDefault(word => word.Id == id)?.Name);
        yield return Chosen("ProductId", "产品", o => o.ProductId, id => choices.Products.FirstOrDefault(product => product.Id == id)?.Name);
        yield return Plain("Amount", "预计成交金额（元）", o => o.Amount);
        yield return Plain("ExpectedCloseOn", "预计成交日期", o => Day(o.ExpectedCloseOn));
        yield return Plain("BudgetScore", "预算", o => Number(o.BudgetScore));
        yield return Plain("UrgencyScore", "紧迫度", o => Number(o.UrgencyScore));
        yield return Plain("AuthorityScore", "决策权", o => Number(o.AuthorityScore));
        yield return Plain("Need", "客户需求", o => o.Need);
        yield return Plain("PaymentTerms", "付款方式", o => o.PaymentTerms);
        yield return Plain("DeliveryOn", "交付日期", o => Day(o.DeliveryOn));
        yield return Plain("Competition", "竞争情况", o => o.Competition);
        yield return new ConflictField("Input.Risk", "风险评估", mine.Risk?.ToString(), theirs.Risk?.ToString(), Say(mine.Risk), Say(theirs.Risk));
        yield return Plain("RiskNote", "风险说明", o => o.RiskNote);
        yield return Plain("RiskMitigation", "应对措施", o => o.RiskMitigation);
        yield return Plain("Summary", "沟通记录摘要", o => o.Summary);

        ConflictField Plain(string name, string label, Func<OpportunityInput, string?> value)
            => new("Input." + name, label, Level(value(mine)), Level(value(theirs)));

        ConflictField Chosen(string name, string label, Func<OpportunityInput, long?> id, Func<long?, string?> word)
            => new("Input." + name, label, id(mine)?.ToString(CultureInfo.InvariantCulture), id(theirs)?.ToString(CultureInfo.InvariantCulture), word(id(mine)), word(id(theirs)));
    }

    /// <summary>Browsers post line breaks as CR LF; the database keeps LF.</summary>
    private static string? Level(string? text) => text?.ReplaceLineEndings("\n");

    private static string? Say(RiskLevel? risk) => risk is { } known ? Translations.Current.Say(known.Name()) : null;

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
