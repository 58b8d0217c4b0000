using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Application.Tests.Shared.Spreadsheets;

public sealed class HeaderTests
{
    [Fact]
    public void The_row_with_most_texts_is_the_header()
        => Assert.Equal(3, Header("2026 年客户名单\n制表人,张三\n客户名称,电话,备注\n甲,1,无\n")!.Row.Number);

    [Fact]
    public void The_first_of_equals_is_the_header()
        => Assert.Equal(1, Header("客户名称,电话\n甲,一\n")!.Row.Number);

    [Fact]
    public void Known_names_decide_whatever_their_width_and_blanks()
        => Assert.Equal(2, Header("说明,填写,规则,示例\n客户 名称,Ｔｅｌ\n甲,1,x,y\n", "客户名称", "tel")!.Row.Number);

    [Fact]
    public void A_single_column_has_a_header_too()
        => Assert.Equal(["客户名称"], Header("客户名称\n甲\n")!.Columns.Select(column => column.Name));

    [Fact]
    public void An_empty_table_has_none() => Assert.Null(Header("\n , ,\n"));

    [Fact]
    public void Says_what_was_skipped_in_both_languages()
    {
        var warning = Header("客户名单\n\n客户名称,电话\n")!.Warning!.Value;

        Assert.Equal("表头在第 3 行，上面 1 行不是数据，已跳过：客户名单", warning.ToString());
        Assert.StartsWith("The header is row 3", Translations.English.Say(warning), StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_in_the_first_row_needs_no_warning() => Assert.Null(Header("客户名称,电话\n")!.Warning);

    private static TableHeader? Header(string csv, params string[] known)
    {
        using var file = TableFile.Open(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv)), "a.csv");
        return file.FirstVisible.FindHeader(known);
    }
}
