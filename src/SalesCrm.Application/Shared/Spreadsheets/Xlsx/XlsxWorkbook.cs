using System.Xml;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Shared.Spreadsheets.Xlsx;

/// <summary>The list of sheets, and what all of them share: texts, formats, the day that dates are counted from.</summary>
internal sealed class XlsxWorkbook
{
    private readonly XlsxPackage _package;
    private readonly Lazy<SharedStrings> _strings;
    private readonly Lazy<CellFormats> _formats;
    private bool _from1904;

    public XlsxWorkbook(XlsxPackage package, TableLimits limits)
    {
        _package = package;
        RefuseOtherKinds();
        var root = PartLinks.Of(package, "").SingleTarget("/officeDocument");
        var links = root is null ? null : PartLinks.Of(package, root);
        if (root is null || links is null || !package.Has(root))
        {
            throw new TableRefusedException("压缩包里没有工作簿，不是 Excel 文件");
        }

        _strings = new(() => SharedStrings.Load(package, links.SingleTarget("/sharedStrings"), limits.CellCharacters));
        _formats = new(() => CellFormats.Load(package, links.SingleTarget("/styles")));
        Sheets = ReadSheets(root, links, limits);
    }

    public IReadOnlyList<TableSheet> Sheets { get; }

    private List<TableSheet> ReadSheets(string root, PartLinks links, TableLimits limits)
    {
        var sheets = new List<TableSheet>();
        using var reader = _package.Read(root)!;
        while (reader.NextElement())
        {
            if (reader.Xml.LocalName == "workbookPr")
            {
                _from1904 = reader.Xml.GetAttribute("date1904") is "1" or "true" or "on";
            }
            else if (reader.Xml.LocalName == "sheet" && PartOf(reader.Xml, links) is { } part)
            {
                var visible = reader.Xml.GetAttribute("state") is not ("hidden" or "veryHidden");
                var name = reader.Xml.GetAttribute("name") ?? "";
                sheets.Add(new TableSheet(EscapedText.Decode(name), visible, cancellation => OpenSheet(part, limits, cancellation)));
            }
        }

        reader.Finish();
        return sheets;
    }

    private XlsxRows OpenSheet(string part, TableLimits limits, CancellationToken cancellation)
    {
        var reading = new CellReading(_strings.Value, _formats.Value, _from1904);
        return new XlsxRows(_package.Read(part, cancellation)!, reading, new ContentLimits(limits));
    }

    /// <summary>Null for sheets that hold no cells, such as charts.</summary>
    private string? PartOf(XmlReader sheet, PartLinks links)
    {
        for (var more = sheet.MoveToFirstAttribute(); more; more = sheet.MoveToNextAttribute())
        {
            if (sheet.LocalName == "id" && sheet.NamespaceURI.Length > 0)
            {
                var part = links.TargetOf(sheet.Value, "/worksheet");
                sheet.MoveToElement();
                return part is null || _package.Has(part) ? part : throw TableRefusedException.Damaged();
            }
        }

        sheet.MoveToElement();
        return null;
    }

    private void RefuseOtherKinds()
    {
        if (_package.Has("mimetype") || _package.Has("META-INF/manifest.xml"))
        {
            throw new TableRefusedException("这是 OpenDocument 表格（.ods），请在 Excel 或 WPS 里另存为 .xlsx 后再导入");
        }

        using var types = _package.Read("[Content_Types].xml");
        while (types?.NextElement() == true)
        {
            var type = types.Xml.GetAttribute("ContentType") ?? "";
            if (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.EndsWith("vbaProject", StringComparison.OrdinalIgnoreCase))
            {
                throw new TableRefusedException(type.Contains("binary", StringComparison.OrdinalIgnoreCase)
                    ? "这是二进制工作簿（.xlsb），请在 Excel 或 WPS 里另存为 .xlsx 后再导入"
                    : new Text("工作簿启用了宏，请在 Excel 或 WPS 里另存为不含宏的 .xlsx 后再导入"));
            }
        }

        types?.Finish();
    }
}
