using SalesCrm.Application.Imports;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Web.TagHelpers;

namespace SalesCrm.Web.Pages.Imports;

/// <summary>States and outcomes in words and colours.</summary>
public static class ImportStates
{
    public static Text Name(ImportState state) => state switch
    {
        ImportState.Uploaded => "已上传",
        ImportState.Checking => "试运行中",
        ImportState.Checked => "已试运行",
        ImportState.Committing => "写入中",
        ImportState.Committed => "已写入",
        ImportState.Cancelled => "已取消",
        _ => "未完成",
    };

    public static StateKind Kind(ImportState state) => state switch
    {
        ImportState.Committed => StateKind.Good,
        ImportState.Failed => StateKind.Bad,
        ImportState.Checking or ImportState.Committing => StateKind.Info,
        _ => StateKind.Plain,
    };

    /// <summary>A row in conflict about which somebody decided will be written.</summary>
    public static Text Name(ReportRow row) => row.IsDecided ? "已决定" : Name(row.Outcome);

    public static StateKind Kind(ReportRow row) => row.IsDecided ? StateKind.Good : Kind(row.Outcome);

    public static string Icon(ReportRow row) => row.IsDecided ? "ti-check" : Icon(row.Outcome);

    public static Text Name(RowOutcome outcome) => outcome switch
    {
        RowOutcome.Created => "新建",
        RowOutcome.Updated => "更新",
        RowOutcome.Unchanged => "不变",
        _ => "有错误",
    };

    public static StateKind Kind(RowOutcome outcome) => outcome switch
    {
        RowOutcome.Created => StateKind.Good,
        RowOutcome.Updated => StateKind.Info,
        RowOutcome.Unchanged => StateKind.Plain,
        _ => StateKind.Bad,
    };

    public static string Icon(RowOutcome outcome) => outcome switch
    {
        RowOutcome.Created => "ti-plus",
        RowOutcome.Updated => "ti-pencil",
        RowOutcome.Unchanged => "ti-equal",
        _ => "ti-alert-circle",
    };
}
