using System.Text;
using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Application.Tests.Shared.Spreadsheets;

[Collection(TimedCollection.Name)]
public sealed class CsvReadingTests
{
    [Theory]
    [InlineData("a,b\nc,d", "a|b / c|d")]
    [InlineData("a;b\r\nc;d\r\n", "a|b / c|d")]
    [InlineData("a\tb,x\nc\td", "a|b,x / c|d")]
    [InlineData("名称,\"地址,电话\"\n\"甲\n乙\",\"说\"\"好\"\"\"", "名称|地址,电话 / 甲\n乙|说\"好\"")]
    [InlineData("5\" 屏,b\nc,d", "5\" 屏|b / c|d")]
    [InlineData("\"a\"x,b\nc,d", "ax|b / c|d")]
    [InlineData("a,b\rc,d\r", "a|b / c|d")]
    [InlineData("sep=;\na;b,c", "a|b,c")]
    [InlineData("只有一列\n甲", "只有一列 / 甲")]
    [InlineData("a,b\n\\N,\\N1", "a|b / \\N1")]
    [InlineData("\"a;b;c\",d\n\"e;f\",g", "a;b;c|d / e;f|g")]
    [InlineData("\"'=1+1\",'-x,'y,''=z", "=1+1|-x|'y|'=z")]
    public void Cells_are_cut_as_they_were_meant(string content, string expected)
        => Assert.Equal(expected, string.Join(" / ", Reading.Csv(content).Select(row => string.Join('|', row.Raws()))));

    [Fact]
    public void Row_numbers_are_those_that_excel_shows()
    {
        var rows = Reading.Csv("名称,备注\n\n\"a\nb\",1\n,,\n  ,c\n");

        Assert.Equal([1, 3, 5], rows.Select(row => row.Number));
        Assert.Equal("第 5 行 B 列", rows[2].Place(rows[2].Cells[0].Column).ToString());
    }

    [Fact]
    public void Five_thousand_columns_are_refused()
        => Assert.Contains("列太多", Reading.Refusal(Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Repeat("x", 5_000))), "a.csv"), StringComparison.Ordinal);

    [Fact]
    public void Separators_without_end_are_refused()
        => Assert.Contains("超出表格范围", Reading.Refusal(Encoding.UTF8.GetBytes("a" + new string(',', 5_000_000)), "a.csv"), StringComparison.Ordinal);

    [Fact]
    public void A_million_lines_are_refused_with_their_count()
        => Assert.Equal("表格有 1,000,000 行，最多 200,000 行。请拆成几个文件再导入", Reading.Refusal(Repeat("甲,13800138000\n", 1_000_000), "a.csv"));

    [Fact]
    public void A_line_of_50_MB_is_refused()
    {
        var line = new byte[50 << 20];
        line.AsSpan().Fill((byte)'x');

        Assert.Contains("文件太大", Reading.Refusal(line, "a.csv"), StringComparison.Ordinal);
        Assert.Contains("第 1 行太长", Reading.Refusal(line, "a.csv", new TableLimits { FileBytes = 100 << 20 }), StringComparison.Ordinal);
        Assert.Contains("文字太长", Reading.Refusal(line.AsSpan(0, 1 << 20).ToArray(), "a.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_quotation_mark_that_is_never_closed_is_named()
        => Assert.Equal("第 2 行的引号没有结束", Reading.Refusal("a,b\nc,\"d\ne,f\n"u8.ToArray(), "a.csv"));

    [Fact]
    public void The_longest_cell_is_read_and_a_longer_one_is_not()
    {
        var longest = new string('字', 32_767);

        Assert.Equal(longest, Reading.Csv($"a,{longest}\n").Single()[1].Raw);
        Assert.Contains("第 1 行 B 列", Reading.Refusal(Encoding.UTF8.GetBytes($"a,{longest}字\n"), "a.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_sheet_has_the_name_of_the_file()
    {
        using var file = TableFile.Open(new MemoryStream("a"u8.ToArray()), "客户名单（最终）.csv");

        Assert.Equal("客户名单（最终）", file.FirstVisible.Name);
    }

    private static byte[] Repeat(string line, int times) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(line, times)));
}
