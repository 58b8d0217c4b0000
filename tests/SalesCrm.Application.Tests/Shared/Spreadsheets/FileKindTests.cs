using System.Text;
using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Application.Tests.Shared.Spreadsheets;

public sealed class FileKindTests
{
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];

    [Theory]
    [InlineData("旧.xls", ".xls")]
    [InlineData("旧.XLS", ".xls")]
    [InlineData("表.et", "WPS 表格 .et")]
    [InlineData("表.xlsx", ".xls")]
    public void An_old_workbook_is_named(string name, string reason)
        => Assert.Contains(reason, Reading.Refusal(Compound, name), StringComparison.Ordinal);

    [Fact]
    public void A_password_is_named_wherever_the_container_says_so()
    {
        byte[] file = [.. Compound, .. new byte[65_500 - Compound.Length], .. Encoding.Unicode.GetBytes("EncryptedPackage")];

        Assert.Contains("密码", Reading.Refusal(file, "客户.xlsx"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.xlsx", "<html><table></table></html>", "网页")]
    [InlineData("a.csv", "\uFEFF\r\n <!DOCTYPE html><table>", "网页")]
    [InlineData("a.xlsx", "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", "XML 表格 2003")]
    [InlineData("a.xlsx", "客户名称,电话", "内容却不是")]
    [InlineData("a.xlsx", "MZ\u0090\u0000", "内容却不是")]
    [InlineData("a.xls", "<html>", ".xls")]
    [InlineData("a.ods", "PK", "OpenDocument")]
    [InlineData("a.xlsb", "PK", "二进制")]
    [InlineData("a.xlsm", "PK", "宏")]
    [InlineData("a.pdf", "%PDF", "只支持")]
    [InlineData("a", "x", "只支持")]
    [InlineData("a.csv", "PK\u0003\u0004", "工作簿")]
    [InlineData("a.xlsx", "", "空的")]
    [InlineData("a.csv", "", "空的")]
    [InlineData("a.xlsx", "PK\u0003\u0004", "已损坏")]
    public void What_is_not_read_is_named(string name, string content, string reason)
        => Assert.Contains(reason, Reading.Refusal(Encoding.UTF8.GetBytes(content), name), StringComparison.Ordinal);

    [Fact]
    public void A_file_beyond_the_limit_is_not_looked_at()
        => Assert.Equal("文件太大：30.0 MB，最多 20 MB", Reading.Refusal(new byte[30 << 20], "a.xlsx"));

    [Fact]
    public void A_stream_that_cannot_be_sought_is_a_mistake_of_the_caller()
        => Assert.Throws<ArgumentException>(() => TableFile.Open(new ForwardStream(), "a.csv"));
}
