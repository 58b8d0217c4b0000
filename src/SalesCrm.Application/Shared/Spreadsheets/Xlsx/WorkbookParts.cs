using System.Text;

namespace SalesCrm.Application.Shared.Spreadsheets.Xlsx;

/// <summary>The parts of a written workbook around its sheets.</summary>
internal static class WorkbookParts
{
    /// <summary>In the order of cellXfs below.</summary>
    public enum Style
    {
        General,
        Header,
        Text,
        WrappedText,
        QuotedText,
        WrappedQuotedText,
        Integer,
        Money,
        Percent,
        Date,
        Moment,
        Marked,
    }

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private const string Styles = Declaration + $"""
        <styleSheet xmlns="{Main}">
        <numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="yyyy\-mm\-dd\ hh:mm"/><numFmt numFmtId="166" formatCode="0.0%"/></numFmts>
        <fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts>
        <fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF7"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFBD5D0"/></patternFill></fill></fills>
        <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FFB0BBCC"/></bottom><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="12">
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
        <xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" quotePrefix="1" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
        <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
        <xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf numFmtId="49" fontId="0" fillId="3" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
        </cellXfs>
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
        </styleSheet>
        """;

    /// <summary>Serials before it differ by one day between programs.</summary>
    public static DateTime FirstSoundDate { get; } = new(1900, 3, 1);

    /// <summary>
    /// Texts that would become a formula or a number as soon as somebody edits the cell are marked as quoted, phone numbers among them.
    /// </summary>
    public static Style TextStyle(string text, bool wraps)
        => (FormulaStart.IsAt(text) || text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0, wraps) switch
        {
            (true, true) => Style.WrappedQuotedText,
            (true, false) => Style.QuotedText,
            (false, true) => Style.WrappedText,
            _ => Style.Text,
        };

    public static Style NumberStyleOf(NumberStyle style) => style switch
    {
        NumberStyle.General => Style.General,
        NumberStyle.Integer => Style.Integer,
        NumberStyle.Money => Style.Money,
        NumberStyle.Percent => Style.Percent,
        _ => throw new ArgumentOutOfRangeException(nameof(style)),
    };

    public static string SheetPart(int number) => FormattableString.Invariant($"xl/worksheets/sheet{number}.xml");

    public static IEnumerable<(string Part, ReadOnlyMemory<byte> Content)> Of(IReadOnlyList<string> sheets, IReadOnlySet<string> unseen, string? mark = null)
    {
        var parts = Enumerable.Range(1, sheets.Count).ToList();
        yield return ("[Content_Types].xml", Bytes([
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">",
            "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>",
            Type("/xl/workbook.xml", "sheet.main"),
            Type("/xl/styles.xml", "styles"),
            mark is null ? "" : "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>",
            .. parts.Select(part => Type("/" + SheetPart(part), "worksheet")),
            "</Types>"]));
        yield return ("_rels/.rels", Bytes([
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
            Link("rId1", "officeDocument", "xl/workbook.xml"),
            mark is null ? "" : "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>",
            "</Relationships>"]));
        yield return ("xl/_rels/workbook.xml.rels", Bytes([
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
            Link("styles", "styles", "styles.xml"),
            .. parts.Select(part => Link($"sheet{part}", "worksheet", SheetPart(part)["xl/".Length..])),
            "</Relationships>"]));
        yield return ("xl/styles.xml", Encoding.UTF8.GetBytes(Styles));
        yield return ("xl/workbook.xml", Workbook(sheets, unseen));
        if (mark is not null)
        {
            yield return ("docProps/core.xml", Properties(mark));
        }
    }

    private static ReadOnlyMemory<byte> Properties(string mark) => new XmlBytes()
        .Raw(Encoding.UTF8.GetBytes(Declaration
            + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>SalesCrm</dc:creator><dc:description>"))
        .Text(mark).Raw("</dc:description></cp:coreProperties>"u8).Written;

    private static ReadOnlyMemory<byte> Workbook(IReadOnlyList<string> sheets, IReadOnlySet<string> unseen)
    {
        var xml = new XmlBytes()
            .Raw(Encoding.UTF8.GetBytes($"{Declaration}<workbook xmlns=\"{Main}\" xmlns:r=\"{Links}\"><bookViews><workbookView/></bookViews><sheets>"));
        for (var index = 0; index < sheets.Count; index++)
        {
            xml.Raw("<sheet name=\""u8).Text(sheets[index]).Raw("\" sheetId=\""u8).Raw(index + 1).Raw("\" r:id=\"sheet"u8).Raw(index + 1).Raw(unseen.Contains(sheets[index]) ? "\" state=\"veryHidden\"/>"u8 : "\"/>"u8);
        }

        return xml.Raw("</sheets></workbook>"u8).Written;
    }

    private static string Type(string part, string kind)
        => $"<Override PartName=\"{part}\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml\"/>";

    private static string Link(string id, string type, string target)
        => $"<Relationship Id=\"{id}\" Type=\"{Links}/{type}\" Target=\"{target}\"/>";

    private static byte[] Bytes(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(Declaration + string.Concat(lines));
}
