using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Spreadsheets.Csv;
using SalesCrm.Application.Shared.Spreadsheets.Xlsx;

namespace SalesCrm.Application.Shared.Spreadsheets;

/// <summary>
/// A table that somebody uploaded: .xlsx, .csv or .txt. Nothing in it is trusted; it is read as a stream, within limits.
/// </summary>
public sealed class TableFile : IDisposable
{
    private readonly IDisposable? _package;

    private TableFile(IReadOnlyList<TableSheet> sheets, IDisposable? package, TextEncoding? encoding)
    {
        Sheets = sheets;
        _package = package;
        Encoding = encoding;
    }

    /// <summary>All sheets in the order of their tabs, hidden ones too.</summary>
    public IReadOnlyList<TableSheet> Sheets { get; }

    /// <summary>The sheet that is meant unless the person chooses another.</summary>
    public TableSheet FirstVisible => Sheets.First(sheet => sheet.Visible);

    /// <summary>How a text file is written; null for a workbook.</summary>
    public TextEncoding? Encoding { get; }

    /// <summary>Checks the file and lists its sheets; rows are read later, so the stream must stay open as long as this.</summary>
    /// <param name="content">Seekable; it is not closed.</param>
    /// <param name="fileName">As the person calls it; only its ending and, for text files, its name are used.</param>
    /// <param name="limits">How much is read at most.</param>
    /// <param name="encoding">The person's choice for a text file, instead of the detected one.</param>
    /// <exception cref="TableRefusedException">The file is not readable, not allowed or too large.</exception>
    public static TableFile Open(Stream content, string fileName, TableLimits? limits = null, TextEncoding? encoding = null)
    {
        if (!content.CanSeek)
        {
            throw new ArgumentException("The stream must be seekable.", nameof(content));
        }

        return TableRefusedException.Guard(() => Recognise(content, fileName, limits ?? TableLimits.Default, encoding));
    }

    public void Dispose() => _package?.Dispose();

    private static TableFile Recognise(Stream content, string fileName, TableLimits limits, TextEncoding? encoding)
    {
        if (content.Length > limits.FileBytes)
        {
            throw new TableRefusedException(new Text("文件太大：{0:N1} MB，最多 {1:N0} MB", content.Length / 1048576d, limits.FileBytes / 1048576d));
        }

        return FileKind.Recognise(content, fileName) == FileKind.Kind.Workbook
            ? OpenWorkbook(content, limits)
            : OpenText(content, fileName, limits, encoding);
    }

    private static TableFile OpenWorkbook(Stream content, TableLimits limits)
    {
        var package = XlsxPackage.Open(content, limits);
        try
        {
            var sheets = new XlsxWorkbook(package, limits).Sheets;
            return sheets.Any(sheet => sheet.Visible)
                ? new TableFile(sheets, package, null)
                : throw new TableRefusedException(sheets.Count == 0 ? "工作簿里没有工作表" : "工作簿里的工作表都是隐藏的，请先取消隐藏");
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    private static TableFile OpenText(Stream content, string fileName, TableLimits limits, TextEncoding? encoding)
    {
        var text = CsvText.Detect(content, encoding);
        var sheet = new TableSheet(
            Path.GetFileNameWithoutExtension(fileName), true, cancellation => new CsvRows(text, limits, cancellation));
        return new TableFile([sheet], null, text.Encoding);
    }
}
