using System.Buffers.Binary;
using System.Text;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Shared.Spreadsheets;

/// <summary>Tells by ending and first bytes what a file is, and refuses by name what is not read.</summary>
internal static class FileKind
{
    private const string SaveAsXlsx = "请在 Excel 或 WPS 里另存为 .xlsx 后再导入";
    private const uint ZipSignature = 0x04034B50;
    private const uint EmptyZipSignature = 0x06054B50;
    private const ulong CompoundSignature = 0xE11AB1A1E011CFD0;

    public enum Kind
    {
        Workbook,
        Text,
    }

    public static Kind Recognise(Stream content, string fileName)
    {
        if (content.Length == 0)
        {
            throw new TableRefusedException("文件是空的");
        }

        Span<byte> head = stackalloc byte[1024];
        content.Position = 0;
        head = head[..content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        var ending = Path.GetExtension(fileName).ToLowerInvariant();
        if (Starts(head, CompoundSignature))
        {
            throw Compound(content, ending);
        }

        if (Named(ending) is { } reason)
        {
            throw new TableRefusedException(reason);
        }

        var isText = ending is ".csv" or ".txt";
        if (isText && Starts(head, ZipSignature))
        {
            throw new TableRefusedException(new Text("文件名以 {0} 结尾，内容却是工作簿或压缩包", ending));
        }

        if (Markup(head) is { } markup)
        {
            throw new TableRefusedException(markup);
        }

        return isText ? Kind.Text
            : Starts(head, ZipSignature) || Starts(head, EmptyZipSignature) ? Kind.Workbook
            : throw new TableRefusedException("文件名以 .xlsx 结尾，内容却不是 Excel 工作簿");
    }

    private static Text? Named(string ending) => ending switch
    {
        ".xlsx" or ".csv" or ".txt" => (Text?)null,
        ".xls" => new Text("不支持旧版 .xls，{0}", new Text(SaveAsXlsx)),
        ".xlsm" or ".xltm" or ".xlam" => new Text("不支持启用宏的 {0}，{1}", ending, new Text(SaveAsXlsx)),
        ".xlsb" => new Text("不支持二进制工作簿 .xlsb，{0}", new Text(SaveAsXlsx)),
        ".et" or ".ett" => new Text("不支持 WPS 表格 {0}，{1}", ending, new Text(SaveAsXlsx)),
        ".ods" or ".fods" => new Text("不支持 OpenDocument 表格 {0}，{1}", ending, new Text(SaveAsXlsx)),
        _ => new Text("只支持 .xlsx、.csv 和 .txt 文件"),
    };

    /// <summary>The old container: either an old workbook or a new one wrapped because it has a password.</summary>
    private static TableRefusedException Compound(Stream content, string ending)
    {
        if (Contains(content, Encoding.Unicode.GetBytes("EncryptedPackage")))
        {
            return new TableRefusedException("文件有打开密码，请先取消密码再导入");
        }

        return new TableRefusedException(ending is ".et" or ".ett" ? Named(ending)!.Value : Named(".xls")!.Value);
    }

    private static Text? Markup(ReadOnlySpan<byte> head)
    {
        var start = Encoding.Latin1.GetString(head).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        if (start.StartsWith("<?xml", StringComparison.Ordinal) && start.Contains("office:spreadsheet", StringComparison.Ordinal))
        {
            return new Text("这是 XML 表格 2003，{0}", new Text(SaveAsXlsx));
        }

        string[] tags = ["<!doctype", "<html", "<head", "<meta", "<body", "<table", "<style", "<script", "<?xml"];
        return tags.Any(tag => start.StartsWith(tag, StringComparison.OrdinalIgnoreCase))
            ? new Text("内容是网页，不是表格。请打开后{0}", new Text(SaveAsXlsx))
            : (Text?)null;
    }

    private static bool Starts(ReadOnlySpan<byte> head, uint signature)
        => head.Length >= sizeof(uint) && BinaryPrimitives.ReadUInt32LittleEndian(head) == signature;

    private static bool Starts(ReadOnlySpan<byte> head, ulong signature)
        => head.Length >= sizeof(ulong) && BinaryPrimitives.ReadUInt64LittleEndian(head) == signature;

    private static bool Contains(Stream content, ReadOnlySpan<byte> wanted) => ByteScan.Count(content, wanted, enough: 1) > 0;
}
