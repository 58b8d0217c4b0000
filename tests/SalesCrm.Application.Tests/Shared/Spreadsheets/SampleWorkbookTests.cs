using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Shared.Spreadsheets;

/// <summary>The workbooks on which other spreadsheet libraries have stumbled, and the five tables of a small team.</summary>
public sealed class SampleWorkbookTests
{
    [SharedFileTheory]
    [InlineData("closedxml__Date1904System.xlsx", 1, "2 A Date 2017-10-27 21:00:00")]
    [InlineData("closedxml__WorkbookWithExternalLink.xlsx", 1, "2 B Text hello world")]
    [InlineData("dataanaly_forbeginners__销售数据.xlsx", 1, "3 D Date 2025-01-02")]
    [InlineData("dataanaly_forbeginners__销售数据.xlsx", 1, "5 B Empty ")]
    [InlineData("easyexcel__t02.xlsx", 1, "3 B Text 01502200")]
    [InlineData("easyexcel__t03.xlsx", 1, "2 L Number 3")]
    [InlineData("hutool__merge_test.xlsx", 3, "3 C Empty ")]
    [InlineData("hutool__merge_test.xlsx", 3, "4 D Number 43.22")]
    [InlineData("miniexcel__TestDatetimeSpanFormat.xlsx", 1, "2 A Text 05/29/2015")]
    [InlineData("miniexcel__TestIssue768.xlsx", 4, "9 B Text Mon 月")]
    [InlineData("phpspreadsheet__Zip-Windows-Directory-Separator.xlsx", 1, "2 J Text 開発チームアップデート")]
    [InlineData("phpspreadsheet__pageSetupTest.xlsx", 1, "2 E Boolean TRUE")]
    [InlineData("readxl__clippy.xlsx", 2, "4 B Date 2007-01-01")]
    [InlineData("readxl__texty-dates-xlsx.xlsx", 1, "3 A Date 1985-03-11 13:23:32")]
    [InlineData("exceldatareader__strict-TestOpen.xlsx", 3, "1 A Date 2006-10-10")]
    [InlineData("exceldatareader__strict-TestOpen.xlsx", 3, "1 E Date 2009-01-01 11:00:00")]
    [InlineData("exceldatareader__strict-TestOpen.xlsx", 3, "1 K Text 11:00:00")]
    public void Reads_the_sound_ones(string name, int sheets, string expected)
    {
        using var content = File.OpenRead(SharedFiles.PathOf("xlsx", name));
        using var file = TableFile.Open(content, name);
        var place = expected.Split(' ', 4);
        var row = file.FirstVisible.Rows().Single(row => row.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == place[0]);
        var cell = row[place[1][0] - 'A'];

        Assert.Equal(sheets, file.Sheets.Count);
        Assert.Equal(expected, $"{row.Number} {place[1]} {cell.Kind} {cell.Raw}");
    }

    [SharedFileTheory]
    [InlineData("exceldatareader__agile_AES256_SHA512_CBC_pwd_password.xlsx", "密码")]
    [InlineData("excelize__BadWorkbook.xlsx", "没有工作表")]
    [InlineData("miniexcel__TestIssue227.xlsm", "启用宏")]
    [InlineData("poi__fuzz-6594557414080512.xlsx", "已损坏")]
    [InlineData("poi__poc-xmlbomb.xlsx", "DTD")]
    public void Refuses_the_others_by_name(string name, string reason)
    {
        using var content = File.OpenRead(SharedFiles.PathOf("xlsx", name));

        Assert.Contains(reason, Reading.Refusal(content, name), StringComparison.Ordinal);
    }

    [SharedFileFact]
    public void Every_sample_is_read_or_refused()
    {
        foreach (var path in Directory.GetFiles(SharedFiles.PathOf("xlsx")))
        {
            using var content = File.OpenRead(path);
            Assert.IsType<TableRefusedException?>(Record.Exception(() => Reading.All(content, path)) ?? new TableRefusedException("read"));
        }
    }

    [SharedFileFact]
    public void A_macro_workbook_under_another_name_is_still_one()
    {
        using var content = File.OpenRead(SharedFiles.PathOf("xlsx", "miniexcel__TestIssue227.xlsm"));

        Assert.Contains("宏", Reading.Refusal(content, "人员.xlsx"), StringComparison.Ordinal);
    }

    [SharedFileFact]
    public void Reads_the_five_tables_of_a_small_team()
    {
        using var content = File.OpenRead(SharedFiles.PathOf("seed-templates.xlsx"));
        using var file = TableFile.Open(content, "seed-templates.xlsx");

        Assert.Equal(
            ["客户信息管理表", "销售机会跟进表", "客户回访记录表", "销售数据分析表(季度)", "销售客户分级管理表"],
            file.Sheets.Select(sheet => sheet.Name));
        Assert.Equal([10, 11, 9, 9, 7], file.Sheets.Select(sheet => sheet.FindHeader()!.Columns.Count));
        Assert.Equal(50_000m, file.Sheets[1].Rows().Last()[3].Decimal);
        Assert.Equal(new DateTime(2024, 3, 18), file.Sheets[2].Rows().Last()[0].Date);
        Assert.Equal("–", file.Sheets[4].Rows().Last()[4].Raw);
    }

    [SharedFileFact]
    public void Finds_the_header_under_a_title()
    {
        using var content = File.OpenRead(SharedFiles.PathOf("xlsx", "easyexcel__t02.xlsx"));
        using var file = TableFile.Open(content, "t02.xlsx");
        var notes = new TableNotes();
        var header = file.FirstVisible.FindHeader()!;

        Assert.Equal(2, header.Row.Number);
        Assert.Equal("原料中成分含 量（%）", header.Columns[6].Name);
        Assert.Contains("测试配方1027", header.Warning.ToString(), StringComparison.Ordinal);
        Assert.Equal(3, file.FirstVisible.RowsBelow(header, notes).Single().Number);
        Assert.Equal(1, notes.MergedRanges);
    }
}
