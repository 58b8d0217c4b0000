using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Shared.Spreadsheets;

/// <summary>A file that is not read, with the reason for the person who chose it.</summary>
public sealed class TableRefusedException(Text reason, Exception? inner = null) : Exception(reason.ToString(), inner)
{
    public Text Reason => reason;

    /// <summary>Parsers fail in many ways on damaged input; to the person they are all one.</summary>
    internal static T Guard<T>(Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (Exception failure) when (failure is not (TableRefusedException or OperationCanceledException or OutOfMemoryException))
        {
            throw Damaged(failure);
        }
    }

    internal static TableRefusedException Damaged(Exception? inner = null)
        => new("文件已损坏，无法读取。请在 Excel 或 WPS 里打开后另存为 .xlsx 再试", inner);
}
