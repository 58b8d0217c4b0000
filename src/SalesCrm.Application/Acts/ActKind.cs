using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Acts;

/// <summary>What was done to many records at once.</summary>
public enum ActKind
{
    Import = 1,
    Merge = 2,
    Assign = 3,
    Archive = 4,
    Restore = 5,
    Edit = 6,
    Handover = 7,
    Release = 8,
    Claim = 9,
}

public static class ActKindNames
{
    public static Text Name(this ActKind kind) => kind switch
    {
        ActKind.Import => "导入",
        ActKind.Merge => "合并客户",
        ActKind.Assign => "改派",
        ActKind.Archive => "归档",
        ActKind.Restore => "恢复",
        ActKind.Edit => "批量修改",
        ActKind.Handover => "交接",
        ActKind.Release => "移入公海",
        ActKind.Claim => "从公海领取",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
