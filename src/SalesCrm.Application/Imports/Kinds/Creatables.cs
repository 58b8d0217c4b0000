using SalesCrm.Application.Imports.External;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Imports.Kinds;

/// <summary>What an import may be allowed to create where a row names it and it is not there. Words, products and people are the admin's to make.</summary>
public static class Creatables
{
    private const string Customer = "Customer";

    private static readonly Dictionary<string, Text> Labels = new(StringComparer.OrdinalIgnoreCase)
    {
        [Customer] = "客户",
        [RowLinks.LeadCustomer] = "线索的公司（作为客户）",
        ["Owner"] = "人员（不能登录）",
        ["Industry"] = "行业",
        ["Source"] = "来源",
        ["CompanySize"] = "企业规模",
        ["Product"] = "产品",
        ["LossReason"] = "丢单原因",
    };

    internal static Text TitleOf(string create) => Labels[create];

    /// <summary>What this person may allow for files of this kind.</summary>
    public static IReadOnlyList<KindChoice> For(string kind, Actor actor)
    {
        // Only acts and events may be about a lead.
        string[] customers = kind is "visits" or "events" ? [Customer, RowLinks.LeadCustomer] : [Customer];
        var words = actor.SeesEverything ? ImportKinds.Create(kind).References.Select(reference => reference.Create).Distinct() : [];
        return [.. customers.Concat(words).Select(name => new KindChoice(name, Labels[name]))];
    }
}
