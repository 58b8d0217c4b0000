using System.Text;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Shared.Spreadsheets;

public sealed class CsvEncodingTests
{
    private const string Table = "客户名称,备注\n𠮷野家,䶮\n华为,好\n";
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(54936)!;
    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;
    private static readonly Encoding Big5 = CodePagesEncodingProvider.Instance.GetEncoding(950)!;

    public static IEnumerable<object[]> Encodings =>
    [
        [new UTF8Encoding(false), TextEncoding.Utf8],
        [new UTF8Encoding(true), TextEncoding.Utf8],
        [new UnicodeEncoding(false, true), TextEncoding.Utf16LittleEndian],
        [new UnicodeEncoding(true, true), TextEncoding.Utf16BigEndian],
        [Gb18030, TextEncoding.Gb18030],
    ];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void The_encoding_is_found(Encoding encoding, TextEncoding expected)
    {
        using var file = TableFile.Open(Content(encoding, Table), "a.csv");

        Assert.Equal(expected, file.Encoding);
        Assert.Equal(["𠮷野家", "䶮"], file.FirstVisible.Rows().ElementAt(1).Raws());
    }

    [Fact]
    public void Gbk_is_read_as_its_successor()
        => Assert.Equal("华为技术有限公司", Reading.Rows(Content(Gbk, "客户名称\n华为技术有限公司\n"), "a.csv")[1][0].Raw);

    [Theory]
    [InlineData("Name;Ort\nMüller & Söhne;Köln\nGroß;Zürich\n", "Müller & Söhne")]
    [InlineData("Name,Price\nCafé de l’Été,12 €\n", "Café de l’Été")]
    public void Western_umlauts_and_accents_are_told_from_Chinese(string table, string name)
    {
        using var file = TableFile.Open(Content(CodePagesEncodingProvider.Instance.GetEncoding(1252)!, table), "a.csv");

        Assert.Equal((TextEncoding.Windows1252, name), (file.Encoding, file.FirstVisible.Rows().ElementAt(1)[0].Raw));
    }

    [Fact]
    public void Big5_is_read_when_a_person_says_so()
    {
        using var file = TableFile.Open(Content(Big5, "客戶名稱\n華碩電腦\n"), "a.csv", encoding: TextEncoding.Big5);

        Assert.Equal("華碩電腦", file.FirstVisible.Rows().Last()[0].Raw);
    }

    [Fact]
    public void A_wrong_choice_is_refused_with_the_line()
    {
        var refusal = Assert.Throws<TableRefusedException>(
            () => TableFile.Open(Content(Gbk, "a\nb\n华为技术\n"), "a.csv", encoding: TextEncoding.Utf8));

        Assert.StartsWith("第 3 行", refusal.Reason.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_foreign_line_among_utf8_is_named()
    {
        byte[] content = [.. Encoding.UTF8.GetBytes("客户名称\n华为技术\n"), .. Gbk.GetBytes("腾讯科技\n"), .. Encoding.UTF8.GetBytes("阿里巴巴\n")];

        Assert.StartsWith("第 3 行的文字编码", Reading.Refusal(content, "a.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_foreign_line_among_gbk_is_named()
    {
        byte[] content = [.. Gbk.GetBytes("客户名称\n华为技术\n"), .. Encoding.UTF8.GetBytes("腾讯科技\n"), .. Gbk.GetBytes("阿里巴巴\n")];

        Assert.StartsWith("第 3 行的文字编码", Reading.Refusal(content, "a.csv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("客户名称")]
    [InlineData("客户名称\n华为技术")]
    public void A_broken_last_byte_is_named(string text)
    {
        var line = $"第 {text.Split('\n').Length} 行";

        Assert.StartsWith(line, Reading.Refusal(Encoding.UTF8.GetBytes(text)[..^1], "a.csv"), StringComparison.Ordinal);
        Assert.StartsWith(line, Reading.Refusal(Gb18030.GetBytes(text)[..^1], "a.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_pair_in_utf16_is_named()
    {
        byte[] content = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("a\nb\n"), 0x42, 0xD8, 0x41, 0x00];

        Assert.StartsWith("第 3 行", Reading.Refusal(content, "a.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void Something_that_is_no_text_is_refused()
        => Assert.Contains("不是文本文件", Reading.Refusal(Encoding.Unicode.GetBytes("客户,a"), "a.csv"), StringComparison.Ordinal);

    [SharedFileFact]
    public void Names_of_real_companies_are_never_taken_for_another_encoding()
    {
        var names = File.ReadLines(SharedFiles.PathOf("zh", "company-short-names.txt")).Skip(3).Where(name => name.Length > 0).Take(190_000).ToList();
        var text = string.Join('\n', names);

        Assert.Equal(names, Read(Gb18030, text));
        Assert.Equal(names, Read(new UTF8Encoding(false), text));
    }

    private static IEnumerable<string> Read(Encoding encoding, string text)
        => Reading.Rows(Content(encoding, text), "名称.txt").Select(row => string.Join(',', row.Raws()));

    private static MemoryStream Content(Encoding encoding, string text) => new([.. encoding.Preamble, .. encoding.GetBytes(text)]);
}
