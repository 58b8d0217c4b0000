using SalesCrm.Application.Imports.Mapping;
using static SalesCrm.Application.Imports.Mapping.FieldReaders;

namespace SalesCrm.Application.Imports.External;

/// <summary>The fields that carry ids of another system.</summary>
internal static class LinkFields
{
    /// <summary>Some systems let a record belong to several and write all their ids into one cell.</summary>
    private const int Several = 1000;

    public static ImportField Own { get; } = new(ExternalBook.Own, "外部编号", Line(ExternalId.Longest));

    public static ImportField Customer { get; } = new("CustomerExternalId", "客户的外部编号", Line(Several));

    public static ImportField Opportunity { get; } = new("OpportunityExternalId", "商机的外部编号", Line(Several));

    public static ImportField Owner { get; } = new("OwnerExternalId", "负责人的外部编号", Line(ExternalId.Longest));

    public static ImportField Visitor { get; } = new("VisitorExternalId", "回访人的外部编号", Line(ExternalId.Longest));

    public static ImportField By { get; } = new("ByExternalId", "操作人的外部编号", Line(ExternalId.Longest));

    /// <summary>What says whom an act or an event is about.</summary>
    public static IReadOnlyList<ImportField> ToAnything { get; } =
    [
        Customer,
        new("ContactExternalId", "联系人的外部编号", Line(Several)),
        new("LeadExternalId", "线索的外部编号", Line(Several)),
        Opportunity,
        new(RowLinks.ParentType, "关联类型", Line(50)),
        new(RowLinks.Parent, "关联记录的外部编号", Line(ExternalId.Longest)),
        new(RowLinks.Any, "关联的外部编号（可多个）", Lines(1000)),
    ];

    /// <summary>Whether a field carries ids of another system.</summary>
    public static bool IsId(string field) => field == RowLinks.Any || field.EndsWith(ExternalBook.Own, StringComparison.OrdinalIgnoreCase);

    public static string[] NamesOfAll { get; } = [.. ToAnything.Where(field => field.Name != RowLinks.ParentType).Select(field => field.Name)];
}
