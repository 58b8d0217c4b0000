using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Acts;

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
