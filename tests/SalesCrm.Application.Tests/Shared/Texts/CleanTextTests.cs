using System.Text;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Tests.Shared.Texts;

public class CleanTextTests
{
    [Theory]
    [InlineData("  华为技术 ", "华为技术")]
    [InlineData("\u3000ＡＢＣ１２３\u3000", "ＡＢＣ１２３")]
    [InlineData("𠮷野家䶮𰻝", "𠮷野家䶮𰻝")]
    [InlineData("\uF90A山", "金山")]
    [InlineData("e\u0301", "é")]
    [InlineData("家👨‍👩‍👧🇨🇳❤️‍🔥", "家👨‍👩‍👧🇨🇳❤️‍🔥")]
    [InlineData("🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F", "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F")]
    [InlineData("a\U000E0067b", "ab")]
    [InlineData("\uFEFF华\u200B为\u202Egpj.exe\u2066\u2069\u00AD", "华为gpj.exe")]
    [InlineData("华\u200D为", "华为")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData("<script>{{7*7}}</script>", "<script>{{7*7}}</script>")]
    [InlineData("' OR 1=1--%_[\\", "' OR 1=1--%_[\\")]
    [InlineData("华为\r\n", "华为")]
    public void A_line_is_stored_as_people_see_it(string typed, string stored)
    {
        Assert.Equal(stored, CleanText.ReadLine(typed, 200).Value);
        Assert.Equal(stored, CleanText.Line(typed));
    }

    [Theory]
    [InlineData("a\0b", "控制字符")]
    [InlineData("a\u001Bb", "控制字符")]
    [InlineData("a\u0080b", "控制字符")]
    [InlineData("a\uFFFFb", "控制字符")]
    [InlineData("a\r\nBcc: x@x.com", "一行")]
    [InlineData("a\tb", "一行")]
    [InlineData("a\u2028b", "一行")]
    [InlineData("Za\u0315\u0316\u0317\u0318\u0319\u031A\u031B\u031C\u031D", "附加符号")]
    public void A_line_that_cannot_be_stored_is_refused(string typed, string why)
        => Assert.Contains(why, CleanText.ReadLine(typed, 200).Problem?.ToString(), StringComparison.Ordinal);

    // Not as theory data: attributes are stored as UTF-8, which has no broken characters.
    [Fact]
    public void Broken_characters_are_refused()
    {
        foreach (var broken in (string[])["a\uD842b", "\uDFB7", "𠮷\uD842", "\uDFB7\uD842", "a\uFFFE"])
        {
            Assert.True(CleanText.IsBroken(broken) && !CleanText.IsBroken(CleanText.Mended(broken)));
            Assert.Contains("损坏", CleanText.ReadLine(broken, 200).Problem?.ToString(), StringComparison.Ordinal);
            Assert.True(CleanText.ReadLines(broken, 200).IsRefused);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u3000\t\r\n ")]
    [InlineData("\u200B\uFEFF")]
    public void What_shows_nothing_is_empty(string? typed)
    {
        var read = CleanText.ReadLine(typed, 10);
        Assert.False(read.IsRefused);
        Assert.Null(read.Value);
    }

    [Fact]
    public void Several_lines_keep_tabs_direction_marks_and_line_ends_as_line_feeds()
        => Assert.Equal("一\n二\n\t三\u202E四\n五", CleanText.ReadLines(" 一\r\n二\r\t三\u202E四\u2028五\n", 100).Value);

    [Fact]
    public void Several_lines_still_refuse_control_characters()
        => Assert.True(CleanText.ReadLines("a\0b", 100).IsRefused);

    [Fact]
    public void Length_counts_what_people_see()
    {
        Assert.Equal(3, CleanText.LengthOf("𠮷👨‍👩‍👧é"));
        Assert.False(CleanText.ReadLine(string.Concat(Enumerable.Repeat("𠮷", 200)), 200).IsRefused);
        Assert.False(CleanText.ReadLine(new string('字', 200), 200).IsRefused);
        Assert.Equal("最多 200 个字", CleanText.ReadLine(new string('字', 201), 200).Problem?.ToString());
        Assert.Equal("最多 200 个字", CleanText.ReadLine(new string('字', 10_000), 200).Problem?.ToString());
    }

    [Fact]
    public void Never_stores_more_than_the_column_holds()
    {
        var families = string.Concat(Enumerable.Repeat("👨‍👩‍👧", 60));
        Assert.True(CleanText.LengthOf(families) < 100 && families.Length > CleanText.UnitsFor(100));
        Assert.Contains("存储空间", CleanText.ReadLine(families, 100).Problem?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Thousands_of_marks_are_refused_even_with_joiners_between_them()
    {
        var marks = "a" + string.Concat(Enumerable.Repeat("\u0335", 5_000));
        Assert.True(CleanText.ReadLines(marks, 100_000).IsRefused);
        Assert.True(CleanText.ReadLines("a" + string.Concat(Enumerable.Repeat("\u0335\u0335\u0335\u200D", 10)), 100_000).IsRefused);
        Assert.False(CleanText.ReadLine("a" + new string('\u0335', 8), 10).IsRefused);
    }

    [Fact]
    public void Shortening_never_cuts_a_character()
    {
        Assert.Equal("𠮷👨‍👩‍👧…", CleanText.Shortened("𠮷👨‍👩‍👧三", 2));
        Assert.Equal("𠮷三", CleanText.Shortened("𠮷三", 2));
    }

    [Fact]
    public void Cleaning_what_is_clean_changes_nothing()
    {
        foreach (var text in RandomTexts.Many(1, 5_000))
        {
            if (CleanText.ReadLine(text, 100) is { IsRefused: false, Value: { } line })
            {
                Assert.Equal(line, CleanText.ReadLine(line, 100).Value);
                Assert.True(line.IsNormalized(NormalizationForm.FormC) && line == line.Trim() && !line.Contains('\n', StringComparison.Ordinal));
            }

            if (CleanText.ReadLines(text, 100) is { IsRefused: false, Value: { } lines })
            {
                Assert.Equal(lines, CleanText.ReadLines(lines, 100).Value);
            }
        }
    }
}
