using System.Text;

namespace SalesCrm.Application.Tests.Shared.Spreadsheets;

/// <summary>Each refused within two seconds and 150 MB, with a reason.</summary>
[Collection(TimedCollection.Name)]
public sealed class HostileWorkbookTests
{
    private const string Laughs = """<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>""";
    private const string Outside = """<!DOCTYPE x SYSTEM "file:///etc/passwd">""";

    public static IEnumerable<object[]> Parts =>
        from part in new[]
        {
            "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedStrings.xml",
            CraftedWorkbook.SheetPart, "xl/worksheets/sheet2.xml",
        }
        from prolog in new[] { Laughs, Outside, "<!-- " + new string('x', 200_000) + " -->" + Outside }
        select new object[] { part, prolog };

    [Theory]
    [MemberData(nameof(Parts))]
    public void Document_types_in_any_part(string part, string prolog)
        => Assert.Contains("DTD", Reading.Refusal(new CraftedWorkbook().Before(part, prolog).Build()), StringComparison.Ordinal);

    [Fact]
    public void A_document_type_in_another_encoding()
    {
        var workbook = new CraftedWorkbook().With("xl/sharedStrings.xml", stream => stream.Write(
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Laughs + "<sst/>")]));

        Assert.Contains("DTD", Reading.Refusal(workbook.Build()), StringComparison.Ordinal);
    }

    [Fact]
    public void Twenty_million_empty_cells()
        => Assert.Contains("单元格太多", Reading.Refusal(Repeating("<row>", string.Concat(Enumerable.Repeat("<c/>", 10_000)), 2_000, "</row><row>").Build()), StringComparison.Ordinal);

    [Fact]
    public void Twenty_million_empty_cells_with_names()
        => Assert.Contains("解压后太大", Reading.Refusal(Repeating("<row>", "<c r=\"A1\"></c>", 20_000_000, "").Build()), StringComparison.Ordinal);

    [Fact]
    public void A_string_of_600_MB()
        => Assert.Contains("解压后太大", Reading.Refusal(Repeating("<row><c t=\"inlineStr\"><is><t>", new string('x', 60_000), 10_000, "").Build()), StringComparison.Ordinal);

    [Fact]
    public void A_string_of_100_MB_in_the_shared_texts()
        => Assert.Contains("超长", Reading.Refusal(new CraftedWorkbook().With("xl/sharedStrings.xml", Repeat("<sst><si><t>", new string('x', 100_000), 1_000, "")).Build()), StringComparison.Ordinal);

    [Fact]
    public void An_attribute_of_100_MB()
        => Assert.Contains("超长", Reading.Refusal(Repeating("<row r=\"", new string('1', 100_000), 1_000, "").Build()), StringComparison.Ordinal);

    [Fact]
    public void A_cell_in_millions_of_pieces()
        => Assert.Contains("超长", Reading.Refusal(Repeating("<row><c t=\"inlineStr\"><is>", "<t>xxxx</t>", 1_000_000, "").Build()), StringComparison.Ordinal);

    [Fact]
    public void A_million_different_element_names()
        => Assert.Contains("已损坏", Reading.Refusal(new CraftedWorkbook().With(CraftedWorkbook.SheetPart, stream => Write(stream,
            "<worksheet>" + string.Concat(Enumerable.Range(0, 1_000_000).Select(number => $"<n{number}/>")))).Build()), StringComparison.Ordinal);

    [Fact]
    public void Two_hundred_thousand_nested_elements()
        => Assert.Contains("已损坏", Reading.Refusal(Repeating("", "<d>", 200_000, "").Build()), StringComparison.Ordinal);

    [Theory]
    [InlineData("XFE1")]
    [InlineData("XFE16777217")]
    [InlineData("A1048577")]
    [InlineData("AAAAAAAAAAAAAAAAAA1")]
    public void Cells_beyond_the_grid(string reference)
        => Assert.Contains("超出表格范围", Reading.Refusal(new CraftedWorkbook().Rows($"""<row r="1"><c r="{reference}"><v>1</v></c></row>""").Build()), StringComparison.Ordinal);

    [Theory]
    [InlineData("""<row r="1048577"/>""")]
    [InlineData("""<row r="99999999999"/>""")]
    [InlineData("""<row r="2"/><row r="1"/>""")]
    [InlineData("""<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>""")]
    [InlineData("""<row r="1"><c r="A1" t="s"><v>99</v></c></row>""")]
    [InlineData("""<row r="1"><c r="A1">""")]
    public void Damaged_rows(string rows)
        => Assert.Contains("已损坏", Reading.Refusal(new CraftedWorkbook().Rows(rows).Build()), StringComparison.Ordinal);

    [Fact]
    public void A_hundred_and_one_columns_with_content()
    {
        var cells = string.Concat(Enumerable.Repeat("<c/><c><v>1</v></c>", 101));

        Assert.Contains("列太多", Reading.Refusal(new CraftedWorkbook().Rows($"<row>{cells}</row>").Build()), StringComparison.Ordinal);
        Assert.Equal(100, Reading.Rows(new CraftedWorkbook().Rows($"<row>{cells[..^"<c/><c><v>1</v></c>".Length]}</row>").Build())[0].Cells.Count);
    }

    [Fact]
    public void More_rows_than_allowed_are_counted()
        => Assert.Equal("表格有 250,000 行，最多 200,000 行。请拆成几个文件再导入", Reading.Refusal(Repeating("", "<row><c><v>1</v></c></row>", 250_000, "").Build()));

    [Fact]
    public void A_cell_longer_than_cells_can_be()
    {
        var cell = $"""<row r="3"><c r="B3" t="inlineStr"><is><t>{new string('字', 32_768)}</t></is></c></row>""";

        Assert.Contains("第 3 行 B 列的文字太长", Reading.Refusal(new CraftedWorkbook().Rows(cell).Build()), StringComparison.Ordinal);
        Assert.Equal(32_767, Reading.Rows(new CraftedWorkbook().Rows(cell.Replace("<t>字", "<t>", StringComparison.Ordinal)).Build()).Single()[1].Raw.Length);
    }

    [Fact]
    public void Parts_of_the_same_name()
        => Assert.Contains("重名", Reading.Refusal(new CraftedWorkbook().Twice(@"xl\Styles.xml", _ => { }).Build()), StringComparison.Ordinal);

    [Theory]
    [InlineData("../../evil.xml", "路径")]
    [InlineData(@"xl\..\..\evil.xml", "路径")]
    [InlineData("C:/evil.xml", "路径")]
    [InlineData("nested.zip", "压缩包")]
    [InlineData("xl/copy.xlsx", "压缩包")]
    [InlineData("mimetype", "OpenDocument")]
    public void Parts_that_no_workbook_has(string part, string reason)
        => Assert.Contains(reason, Reading.Refusal(new CraftedWorkbook().With(part, "x").Build()), StringComparison.Ordinal);

    [Fact]
    public void A_hundred_thousand_parts()
    {
        var workbook = new CraftedWorkbook();
        for (var number = 0; number < 100_000; number++)
        {
            workbook.Twice($"{number}", _ => { });
        }

        Assert.Contains("部件超过", Reading.Refusal(workbook.Build()), StringComparison.Ordinal);
    }

    [Fact]
    public void Macros_under_an_innocent_name()
        => Assert.Contains("宏", Reading.Refusal(new CraftedWorkbook().With("[Content_Types].xml",
            """<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>""").Build()), StringComparison.Ordinal);

    [Fact]
    public void Only_hidden_sheets()
        => Assert.Contains("隐藏", Reading.Refusal(new CraftedWorkbook().With("xl/workbook.xml",
            CraftedWorkbook.Workbook("""<sheet name="a" sheetId="1" state="veryHidden" r:id="s1"/>""")).Build()), StringComparison.Ordinal);

    [Fact]
    public void A_zip_that_is_no_workbook()
        => Assert.Contains("没有工作簿", Reading.Refusal(new CraftedWorkbook().Without("xl/workbook.xml").Build()), StringComparison.Ordinal);

    [Fact]
    public void A_part_whose_bytes_were_altered()
    {
        var file = new CraftedWorkbook().With(CraftedWorkbook.SheetPart, CraftedWorkbook.Sheet("<row><c><v>12345</v></c></row>")).Build().ToArray();
        var sum = file.AsSpan().IndexOf("PK\u0001\u0002"u8) + 16;
        file[sum] ^= 1;

        Assert.Contains("已损坏", Reading.Refusal(file, "a.xlsx"), StringComparison.Ordinal);
    }

    private static CraftedWorkbook Repeating(string before, string unit, int times, string between)
        => new CraftedWorkbook().With(CraftedWorkbook.SheetPart, Repeat("<worksheet><sheetData>" + before, unit, times, between,
            before.Length == 0 && unit.StartsWith("<row", StringComparison.Ordinal) ? "</sheetData></worksheet>" : ""));

    private static Action<Stream> Repeat(string before, string unit, int times, string between, string after = "") => stream =>
    {
        var bytes = Encoding.UTF8.GetBytes(unit + between);
        var many = Math.Clamp(times / 10, 1, (64 << 10) / bytes.Length + 1);
        var block = Enumerable.Repeat(bytes, many).SelectMany(copy => copy).ToArray();
        Write(stream, before);
        for (var done = 0; done < times; done += many)
        {
            stream.Write(block, 0, Math.Min(many, times - done) * bytes.Length);
        }

        Write(stream, after);
    };

    private static void Write(Stream stream, string text) => stream.Write(Encoding.UTF8.GetBytes(text));
}
