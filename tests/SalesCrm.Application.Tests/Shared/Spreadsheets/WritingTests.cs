using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Application.Tests.Shared.Spreadsheets;

public sealed class WritingTests
{
    public static readonly string[] Dangerous =
    [
        "=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x", "=cmd|'/c calc'!A0", "=HYPERLINK(\"http://x\",\"点\")",
        "'=1", "''=1", "'", "'甲", "\"=1\"", ";=1", ",=1", "=1\n=2", "=A1;=B1", "-", "=",
    ];

    private static readonly string[] Awkward =
    [
        "a<b>&\"'c", " 前后空格 ", "两\n行", "a\r\nb", "_x0041_", "__x0041__", "\u0001\u001F\uFFFE", "𠮷野家 👨‍👩‍👧", "00123", "13800138000", "]]>", "a,b;c\td",
    ];

    [Fact]
    public async Task Dangerous_text_comes_back_from_a_workbook_as_it_was()
    {
        var file = await Workbook(Table([.. Dangerous, .. Awkward]));
        var rows = Reading.Rows(file);

        Assert.Equal([.. Dangerous, .. Awkward], rows.Skip(1).Select(row => row[0].Raw));
        Assert.All(rows, row => Assert.Equal(CellKind.Text, row[0].Kind));
    }

    [Fact]
    public async Task Dangerous_text_comes_back_from_csv_as_it_was()
    {
        var content = await Csv(Table([.. Dangerous, .. Awkward]));

        Assert.Equal([.. Dangerous, .. Awkward], Reading.Csv(content).Skip(1).Select(row => row[0].Raw));
    }

    [Fact]
    public async Task A_workbook_has_no_formula_and_csv_no_cell_that_could_become_one()
    {
        var workbook = new XLWorkbook(await Workbook(Table(Dangerous)));
        var csv = Encoding.UTF8.GetString((await Csv(Table(Dangerous))).AsSpan(3));

        Assert.All(workbook.Worksheet(1).CellsUsed(), cell => Assert.False(cell.HasFormula));
        Assert.All(workbook.Worksheet(1).Column(1).CellsUsed().Where(cell => "=+-@＝＋－＠".Contains(cell.GetString()[0])), cell => Assert.True(cell.Style.IncludeQuotePrefix));
        Assert.All(csv.Split("\r\n"), cell => Assert.DoesNotMatch("^\"?[=+@＝＋－＠\t\r\n-]", cell));
    }

    [Fact]
    public async Task A_workbook_keeps_to_the_standard()
    {
        var file = await Workbook(Table([.. Dangerous, .. Awkward]), new SheetTable("数", ["a", "b", "c"], [[1m, new DateOnly(2026, 1, 1), SheetCell.Of(0.5m, NumberStyle.Percent)]]), new("空", ["x"], []));
        using var document = SpreadsheetDocument.Open(file, isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath} {error.Description}"));
    }

    [Fact]
    public async Task Lone_surrogates_do_not_break_a_file()
    {
        Assert.Equal("a\uFFFDb", Reading.Rows(await Workbook(Table(["a\uD842b"])))[1][0].Raw);
        Assert.Equal("a\uFFFDb", Reading.Csv(await Csv(Table(["a\uD842b"])))[1][0].Raw);
    }

    [Fact]
    public async Task Typed_cells_come_back_typed()
    {
        SheetCell[] row =
        [
            "甲", 12.5m, SheetCell.Of(99_999_999.99m, NumberStyle.Money), SheetCell.Of(0.253m, NumberStyle.Percent), new DateOnly(2026, 2, 28),
            SheetCell.Of(new DateTime(2026, 2, 28, 23, 59, 59)), default, SheetCell.Of(1_000m, NumberStyle.Integer),
        ];
        var table = new SheetTable("表", ["a", "b", "c", "d", "e", "f", "g", "h"], [row]);
        var read = Reading.Rows(await Workbook(table))[1];

        Assert.Equal(
            ["Text 甲", "Number 12.5", "Number 99999999.99", "Number 0.253", "Date 2026-02-28", "Date 2026-02-28 23:59:59", "Empty ", "Number 1000"],
            Enumerable.Range(0, 8).Select(column => $"{read[column].Kind} {read[column].Raw}"));
        Assert.True(read[3].IsPercent);
        Assert.Equal(row, Enumerable.Range(0, 8).Select(column => SheetCell.Of(read[column])).Select((cell, column) => column is 2 or 7 ? row[column] : cell));
        Assert.Equal("甲,12.5,99999999.99,25.3%,2026-02-28,2026-02-28 23:59:59,,1000", Encoding.UTF8.GetString(await Csv(table)).Split("\r\n")[1]);
    }

    [Fact]
    public async Task Another_program_sees_the_layout()
    {
        var sheet = new XLWorkbook(await Workbook(new SheetTable("客户/名单[1]", ["客户名称", new SheetColumn("备注", 40, Wraps: true)], [["甲", "说明"]]))).Worksheet(1);

        Assert.Equal("客户_名单_1_", sheet.Name);
        Assert.Equal(1, sheet.SheetView.SplitRow);
        Assert.True(sheet.Cell("A1").Style.Font.Bold);
        Assert.True(sheet.AutoFilter.IsEnabled);
        Assert.Equal("A1:B2", sheet.AutoFilter.Range.RangeAddress.ToString());
        Assert.InRange(sheet.Column(1).Width, 12, 13);
        Assert.InRange(sheet.Column(2).Width, 39, 40);
        Assert.True(sheet.Cell("B2").Style.Alignment.WrapText);
    }

    [Fact]
    public async Task Sheets_get_names_that_differ()
    {
        var longName = new string('长', 40);
        using var file = TableFile.Open(await Workbook(new("A", ["x"], []), new("a", ["x"], []), new(longName, ["x"], []), new(longName, ["x"], []), new("'*'", ["x"], [])), "a.xlsx");

        Assert.Equal(["A", "a (2)", new string('长', 31), new string('长', 27) + " (2)", "_"], file.Sheets.Select(sheet => sheet.Name));
    }

    [Fact]
    public async Task Text_that_no_cell_can_hold_is_cut_and_says_so()
    {
        var cell = Reading.Rows(await Workbook(Table([string.Concat(Enumerable.Repeat("𠮷", 20_000))])))[1][0].Raw;

        Assert.InRange(cell.Length, 32_766, 32_767);
        Assert.EndsWith("𠮷…（已截断 truncated）", cell, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_wider_than_the_header_is_a_mistake_of_the_caller()
        => await Assert.ThrowsAsync<ArgumentException>(() => XlsxFile.WriteAsync(new MemoryStream(), new SheetTable("a", ["x"], [["1", "2"]])));

    [Fact]
    public async Task A_table_longer_than_a_sheet_goes_on_in_the_next()
    {
        var rows = Enumerable.Range(2, 1_048_577).Select(number => (IReadOnlyList<SheetCell>)[(decimal)number]);
        using var zip = new ZipArchive(await Workbook(new SheetTable("大表", ["号"], rows)));

        Assert.EndsWith("""<row r="1048576"><c r="A1048576" s="0"><v>1048576</v></c></row></sheetData><autoFilter ref="A1:A1048576"/></worksheet>""", Text(zip, 1), StringComparison.Ordinal);
        Assert.Contains("""</row><row r="2"><c r="A2" s="0"><v>1048577</v></c></row><row r="3"><c r="A3" s="0"><v>1048578</v></c></row></sheetData>""", Text(zip, 2), StringComparison.Ordinal);
    }

    [Fact]
    public void Closedxml_writes_and_reads_although_a_package_it_names_is_left_out()
    {
        var file = new MemoryStream();
        using (var workbook = new XLWorkbook())
        {
            var sheet = workbook.AddWorksheet("客户");
            sheet.Cell("A1").SetValue("金额").Style.Font.SetBold();
            sheet.Cell("A2").SetValue(12.5).Style.NumberFormat.SetFormat("#,##0.00");
            sheet.Cell("A3").SetValue(new DateTime(2026, 2, 28)).Style.DateFormat.SetFormat("yyyy-mm-dd");
            sheet.Cell("A4").FormulaA1 = "A2*2";
            sheet.SheetView.FreezeRows(1);
            workbook.SaveAs(file);
        }

        using var read = new XLWorkbook(file);
        Assert.Equal(25d, read.Worksheet("客户").Cell("A4").GetDouble());
        Assert.Equal(["金额", "12.5", "2026-02-28"], Reading.Rows(file).Take(3).Select(row => row[0].Raw));
    }

    internal static async Task<MemoryStream> Workbook(params SheetTable[] sheets)
    {
        var target = new ForwardStream();
        await XlsxFile.WriteAsync(target, sheets);
        return new MemoryStream(target.Written);
    }

    private static async Task<byte[]> Csv(SheetTable table)
    {
        var target = new ForwardStream();
        await CsvFile.WriteAsync(target, table);
        return target.Written;
    }

    private static SheetTable Table(string[] texts) => new("表", ["文字"], texts.Select(text => (IReadOnlyList<SheetCell>)[text]));

    private static string Text(ZipArchive zip, int sheet)
    {
        using var reader = new StreamReader(zip.GetEntry($"xl/worksheets/sheet{sheet}.xml")!.Open());
        return reader.ReadToEnd();
    }
}
