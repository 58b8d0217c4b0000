using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Customers.Bulk;

/// <summary>What can be done to many customers at once.</summary>
public enum BulkChange
{
    Assign = 1,
    Archive = 2,
    Restore = 3,
    NeedStage = 4,
    Industry = 5,
    Source = 6,
    CompanySize = 7,
    Release = 8,
}

public static class BulkChangeNames
{
    public static Text Name(this BulkChange change) => change switch
    {
        BulkChange.Assign => "改派跟进人",
        BulkChange.Archive => "归档",
        BulkChange.Restore => "恢复",
        BulkChange.NeedStage => "改需求阶段",
        BulkChange.Industry => "改所属行业",
        BulkChange.Source => "改客户来源",
        BulkChange.CompanySize => "改企业规模",
        BulkChange.Release => "移入公海",
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    /// <summary>From which words the new value is chosen; null where it is none of them.</summary>
    public static DictionaryKind? Words(this BulkChange change) => change switch
    {
        BulkChange.Industry => DictionaryKind.Industry,
        BulkChange.Source => DictionaryKind.Source,
        BulkChange.CompanySize => DictionaryKind.CompanySize,
        _ => null,
    };
}
