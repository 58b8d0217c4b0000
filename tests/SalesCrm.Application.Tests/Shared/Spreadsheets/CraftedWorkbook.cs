using System.IO.Compression;
using System.Text;

namespace SalesCrm.Application.Tests.Shared.Spreadsheets;

/// <summary>Workbooks put together part by part, so that any of them can be wrong.</summary>
internal sealed class CraftedWorkbook
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string SheetPart = "xl/worksheets/sheet1.xml";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, Action<Stream> Write)> _parts = [];

    public CraftedWorkbook()
    {
        With("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""");
        With("_rels/.rels", $"""<Relationships><Relationship Id="a" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        With("xl/_rels/workbook.xml.rels", $"""<Relationships><Relationship Id="s1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s2" Type="{Office}/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="t" Type="{Office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="f" Type="{Office}/styles" Target="styles.xml"/></Relationships>""");
        With("xl/workbook.xml", Workbook("""<sheet name="客户" sheetId="1" r:id="s1"/>"""));
        With("xl/sharedStrings.xml", $"""<sst xmlns="{Main}"><si><t>客户名称</t></si><si><r><t>华</t></r><r><t>为</t></r><rPh><t>注音</t></rPh></si></sst>""");
        Formats("0");
        Rows("""<row r="1"><c r="A1" t="s"><v>0</v></c></row>""");
        With("xl/worksheets/sheet2.xml", Sheet(""));
    }

    public static string Workbook(string sheets, string properties = "")
        => $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><workbookPr {properties}/><sheets>{sheets}</sheets></workbook>""";

    public static string Sheet(string rows, string after = "") => $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData>{after}</worksheet>""";

    public CraftedWorkbook Rows(string rows, string after = "") => With(SheetPart, Sheet(rows, after));

    /// <summary>Number formats of the cell styles 0, 1, 2 …; a whole number is the id of a built-in one.</summary>
    public CraftedWorkbook Formats(params string[] codes)
    {
        var own = codes.Select((code, index) => $"""<numFmt numFmtId="{200 + index}" formatCode="{System.Security.SecurityElement.Escape(code)}"/>""");
        var cells = codes.Select((code, index) => $"""<xf numFmtId="{(int.TryParse(code, out var id) ? id : 200 + index)}"/>""");
        return With("xl/styles.xml", $"""<styleSheet xmlns="{Main}"><numFmts>{string.Concat(own)}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>{string.Concat(cells)}</cellXfs></styleSheet>""");
    }

    public CraftedWorkbook With(string part, string content) => With(part, stream => stream.Write(Encoding.UTF8.GetBytes(content)));

    public CraftedWorkbook With(string part, Action<Stream> write)
    {
        _parts.RemoveAll(other => other.Name == part);
        return Twice(part, write);
    }

    public CraftedWorkbook Twice(string part, Action<Stream> write)
    {
        _parts.Add((part, write));
        return this;
    }

    public CraftedWorkbook Without(string part)
    {
        _parts.RemoveAll(other => other.Name == part);
        return this;
    }

    /// <summary>Puts something before the root element of a part.</summary>
    public CraftedWorkbook Before(string part, string prolog)
    {
        var write = _parts.Find(other => other.Name == part).Write;
        return With(part, stream =>
        {
            stream.Write(Encoding.UTF8.GetBytes(prolog));
            write(stream);
        });
    }

    public MemoryStream Build()
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, write) in _parts)
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                write(stream);
            }
        }

        return file;
    }
}
