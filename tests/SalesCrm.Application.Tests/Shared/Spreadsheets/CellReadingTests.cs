using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Application.Tests.Shared.Spreadsheets;

public sealed class CellReadingTests
{
    [Theory]
    [InlineData("""<c r="A1" t="s"><v>1</v></c>""", CellKind.Text, "华为")]
    [InlineData("""<c r="A1" t="inlineStr"><is><t>a_x000D_b</t></is></c>""", CellKind.Text, "a\rb")]
    [InlineData("""<c r="A1" t="inlineStr"><is><t>_x005F_x0041_</t></is></c>""", CellKind.Text, "_x0041_")]
    [InlineData("""<c r="A1" t="str"><f>A2&amp;"x"</f><v>结果</v></c>""", CellKind.Text, "结果")]
    [InlineData("""<c r="A1"><f>1+1</f><v>2</v></c>""", CellKind.Number, "2")]
    [InlineData("""<c r="A1"><v>1.3800138E+10</v></c>""", CellKind.Number, "1.3800138E+10")]
    [InlineData("""<c r="A1" t="b"><v>0</v></c>""", CellKind.Boolean, "FALSE")]
    [InlineData("""<c r="A1" t="e"><v>#N/A</v></c>""", CellKind.Error, "#N/A")]
    [InlineData("""<c r="A1"><f>SUM(B1)</f></c>""", CellKind.Error, "")]
    [InlineData("""<c r="A1"><v>1e999</v></c>""", CellKind.Invalid, "1e999")]
    [InlineData("""<c r="A1"><v>NaN</v></c>""", CellKind.Invalid, "NaN")]
    [InlineData("""<c r="A1" t="d"><v>2026-02-30</v></c>""", CellKind.Invalid, "2026-02-30")]
    public void A_cell_keeps_its_kind(string cell, CellKind kind, string raw)
    {
        var read = Reading.Rows(new CraftedWorkbook().Rows($"""<row r="1">{cell}</row>""").Build()).Single()[0];

        Assert.Equal((kind, raw), (read.Kind, read.Raw));
    }

    [Theory]
    [InlineData("14", "45000", CellKind.Date, "2023-03-15")]
    [InlineData("31", "45000", CellKind.Date, "2023-03-15")]
    [InlineData("yyyy\"年\"m\"月\"d\"日\"", "45000", CellKind.Date, "2023-03-15")]
    [InlineData("[$-804]yyyy/m/d h:mm", "45000.4583333333", CellKind.Date, "2023-03-15 11:00:00")]
    [InlineData("[DBNum1][$-804]m月d日;@", "45000", CellKind.Date, "2023-03-15")]
    [InlineData("14", "59", CellKind.Date, "1900-02-28")]
    [InlineData("14", "60", CellKind.Invalid, "60")]
    [InlineData("14", "61", CellKind.Date, "1900-03-01")]
    [InlineData("14", "0.5", CellKind.Invalid, "0.5")]
    [InlineData("14", "-3", CellKind.Invalid, "-3")]
    [InlineData("14", "2958465", CellKind.Date, "9999-12-31")]
    [InlineData("14", "2958466", CellKind.Invalid, "2958466")]
    [InlineData("h:mm", "0.5", CellKind.Text, "12:00:00")]
    [InlineData("h:mm", "45000.5", CellKind.Date, "2023-03-15 12:00:00")]
    [InlineData("[h]:mm", "1.5", CellKind.Number, "1.5")]
    [InlineData("0.00E+00", "1.5", CellKind.Number, "1.5")]
    [InlineData("G/通用格式", "1.5", CellKind.Number, "1.5")]
    [InlineData("General\"ymd\"", "1.5", CellKind.Number, "1.5")]
    [InlineData("[Red]#,##0.00\\d_m", "1.5", CellKind.Number, "1.5")]
    [InlineData("¥#,##0.00", "1.5", CellKind.Number, "1.5")]
    public void The_number_format_tells_dates_from_numbers(string format, string value, CellKind kind, string raw)
    {
        var workbook = new CraftedWorkbook().Formats("0", format).Rows($"""<row r="1"><c r="A1" s="1"><v>{value}</v></c></row>""");
        var cell = Reading.Rows(workbook.Build()).Single()[0];

        Assert.Equal((kind, raw), (cell.Kind, cell.Raw));
    }

    [Theory]
    [InlineData("0", "1904-01-01")]
    [InlineData("43033.875", "2021-10-26 21:00:00")]
    public void Dates_can_be_counted_from_1904(string value, string date)
    {
        var workbook = new CraftedWorkbook()
            .With("xl/workbook.xml", CraftedWorkbook.Workbook("""<sheet name="a" sheetId="1" r:id="s1"/>""", "date1904=\"1\""))
            .Formats("14")
            .Rows($"""<row><c s="0"><v>{value}</v></c></row>""");

        Assert.Equal(date, Reading.Rows(workbook.Build()).Single()[0].Raw);
    }

    [Fact]
    public void Numbers_are_decimals_to_fifteen_digits()
    {
        var workbook = new CraftedWorkbook().Formats("0", "0.0%").Rows(
            """<row r="1"><c><v>0.30000000000000004</v></c><c><v>999999999999.99</v></c><c><v>1e300</v></c><c s="1"><v>0.253</v></c></row>""");
        var row = Reading.Rows(workbook.Build()).Single();

        Assert.Equal([0.3m, 999_999_999_999.99m, null, 0.253m], row.Cells.Select(cell => cell.Decimal));
        Assert.Equal([false, false, false, true], row.Cells.Select(cell => cell.IsPercent));
    }

    [Fact]
    public void Errors_count_as_empty_with_a_warning_that_names_the_cell()
    {
        var notes = new TableNotes();
        var rows = Reading.Rows(
            new CraftedWorkbook().Rows(
                """<row r="7" hidden="1"><c r="AB7" t="e"><v>#REF!</v></c><c r="AC7"><v>1</v></c></row>""",
                """<mergeCells><mergeCell ref="A1:B2"/></mergeCells>""").Build(),
            notes: notes);

        Assert.True(rows.Single()[27].IsEmpty);
        Assert.Equal(
            ["有 1 行是隐藏的，也一并读取", "有 1 处合并单元格，内容只算在第一格", "第 7 行 AB 列：错误值 #REF!，按空白处理"],
            notes.Warnings.Select(warning => warning.ToString()));
    }

    [Fact]
    public void Rows_and_cells_keep_their_places()
    {
        var rows = Reading.Rows(new CraftedWorkbook().Rows(
            """<row><c/><c><v>1</v></c></row><row r="5"><c r="C5"><v>2</v></c><c><v>3</v></c></row><row r="9"><c r="B9"/></row><row r="1048576"><c r="XFD1048576"><v>4</v></c></row>""").Build());

        Assert.Equal([(1, "B1"), (5, "C2 D3"), (1_048_576, "XFD4")],
            rows.Select(row => (row.Number, string.Join(' ', row.Cells.Select(cell => ColumnName.Of(cell.Column) + cell.Raw)))));
        Assert.Equal("第 5 行 D 列", rows[1].Place(3).ToString());
        Assert.Equal("4", rows[2][16_383].Raw);
        Assert.True(rows[1][0].IsEmpty);
    }

    [Fact]
    public void The_first_visible_sheet_is_the_default()
    {
        var workbook = new CraftedWorkbook()
            .With("xl/workbook.xml", CraftedWorkbook.Workbook("""<sheet name="旧" sheetId="1" state="hidden" r:id="s1"/><sheet name="新" sheetId="2" r:id="s2"/>"""));
        using var file = TableFile.Open(workbook.Build(), "a.xlsx");

        Assert.Equal("新", file.FirstVisible.Name);
        Assert.Equal([false, true], file.Sheets.Select(sheet => sheet.Visible));
    }
}
