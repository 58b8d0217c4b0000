using System.Globalization;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Values;

namespace SalesCrm.Application.Tests.Shared.Values;

public class NumberTextTests
{
    [Theory]
    [InlineData("50000", "50000")]
    [InlineData("1,234.56", "1234.56")]
    [InlineData("1，234．56", "1234.56")]
    [InlineData("１２３４", "1234")]
    [InlineData("¥1,234", "1234")]
    [InlineData("￥ 1,234", "1234")]
    [InlineData("RMB 500", "500")]
    [InlineData("1.2万", "12000")]
    [InlineData("1.23456萬", "12345.6")]
    [InlineData("5万元", "50000")]
    [InlineData("3千", "3000")]
    [InlineData("2百万", "2000000")]
    [InlineData("1.5亿元", "150000000")]
    [InlineData("5000元", "5000")]
    [InlineData("5000元整", "5000")]
    [InlineData(" 5000 元 ", "5000")]
    [InlineData("-0.00", "0")]
    [InlineData("0", "0")]
    [InlineData("999,999,999,999.99", "999999999999.99")]
    [InlineData("–", null)]
    [InlineData("-", null)]
    [InlineData("——", null)]
    [InlineData("－", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("\u200B", null)]
    public void Money_is_read_as_people_write_it(string? typed, string? amount)
    {
        var read = MoneyText.Read(typed);
        Assert.False(read.IsRefused);
        Assert.Equal(amount is null ? null : decimal.Parse(amount, CultureInfo.InvariantCulture), read.Value);
    }

    [Theory]
    [InlineData("1e5", "科学计数法")]
    [InlineData("1.3800138E+10", "科学计数法")]
    [InlineData("0x10", "看不懂")]
    [InlineData("NaN", "看不懂")]
    [InlineData("∞", "看不懂")]
    [InlineData("十万", "看不懂")]
    [InlineData("5-8万", "看不懂")]
    [InlineData("5万左右", "看不懂")]
    [InlineData("+1+1", "看不懂")]
    [InlineData("=1+1", "看不懂")]
    [InlineData("1 234", "看不懂")]
    [InlineData(".5", "看不懂")]
    [InlineData("1.234,56", "歧义")]
    [InlineData("1,23", "歧义")]
    [InlineData("12,34,567", "歧义")]
    [InlineData("12.345", "两位小数")]
    [InlineData("1.2345678万", "两位小数")]
    [InlineData("$100", "人民币")]
    [InlineData("100 USD", "人民币")]
    [InlineData("-1", "负数")]
    [InlineData("-2+3", "看不懂")]
    [InlineData("1,000,000,000,000.00", "应在")]
    [InlineData("10000亿", "应在")]
    [InlineData("99999999999999999999999999999999999999", "应在")]
    public void Money_that_is_not_plain_is_refused(string typed, string why)
        => Assert.Contains(why, MoneyText.Read(typed).Problem?.ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_refusal_quotes_what_was_typed_but_not_at_length()
    {
        var said = MoneyText.Read(new string('九', 5_000)).Problem?.ToString();
        Assert.InRange(said!.Length, 30, 120);
    }

    [Fact]
    public void Every_amount_reads_back()
    {
        var random = new Random(10);
        for (var round = 0; round < 5_000; round++)
        {
            var amount = Math.Round((decimal)Math.Pow(10, random.NextDouble() * 12), 2);
            foreach (var format in (string[])["0.00", "#,##0.00", "¥#,##0.00", "0.00元"])
            {
                Assert.Equal(Math.Min(amount, MoneyText.Most), MoneyText.Read(Math.Min(amount, MoneyText.Most).ToString(format, CultureInfo.InvariantCulture)).Value);
            }
        }
    }

    [Theory]
    [InlineData("5次", 5)]
    [InlineData("5", 5)]
    [InlineData("５ 次", 5)]
    [InlineData("1,200", 1200)]
    [InlineData("20套", 20)]
    [InlineData("–", null)]
    [InlineData(null, null)]
    public void Counts_are_read_with_their_counting_word(string? typed, int? count)
    {
        Assert.False(CountText.Read(typed).IsRefused);
        Assert.Equal(count, CountText.Read(typed).Value);
    }

    [Theory]
    [InlineData("5.5")]
    [InlineData("-5")]
    [InlineData("5次/年")]
    [InlineData("1e3")]
    [InlineData("1000000000")]
    [InlineData("99999999999999999999")]
    [InlineData("多次")]
    public void Counts_that_are_no_whole_number_are_refused(string typed) => Assert.True(CountText.Read(typed).IsRefused);

    [Theory]
    [InlineData("30", "30")]
    [InlineData("30%", "30")]
    [InlineData("30.5％", "30.5")]
    [InlineData("0.3", "0.3")]
    [InlineData("–", null)]
    public void Per_cent_is_read_with_or_without_sign(string typed, string? percent)
        => Assert.Equal(percent is null ? null : decimal.Parse(percent, CultureInfo.InvariantCulture), PercentText.Read(typed).Value);

    [Theory]
    [InlineData("-3%")]
    [InlineData("三成")]
    [InlineData("1/3")]
    [InlineData("100000")]
    [InlineData("33.33333")]
    public void Per_cent_that_is_not_plain_is_refused(string typed) => Assert.True(PercentText.Read(typed).IsRefused);

    [Theory]
    [InlineData("是", true)]
    [InlineData("有", true)]
    [InlineData("YES", true)]
    [InlineData("√", true)]
    [InlineData("１", true)]
    [InlineData("否", false)]
    [InlineData("無", false)]
    [InlineData("n", false)]
    [InlineData("×", false)]
    [InlineData("", null)]
    public void Words_for_yes_and_no_are_known(string typed, bool? value)
    {
        Assert.False(YesNoText.Read(typed).IsRefused);
        Assert.Equal(value, YesNoText.Read(typed).Value);
    }

    [Fact]
    public void Maybe_is_neither_yes_nor_no() => Assert.True(YesNoText.Read("也许").IsRefused);

    [Fact]
    public void Every_sentence_has_its_English()
    {
        Text?[] problems =
        [
            MoneyText.Read("1e5").Problem, MoneyText.Read("x").Problem, MoneyText.Read("1,2").Problem, MoneyText.Read("12.345").Problem, MoneyText.Read("$1").Problem,
            MoneyText.Read("-1").Problem, MoneyText.OutOfRange, CountText.Read("x").Problem, CountText.Read("9999999999").Problem, PercentText.Read("x").Problem,
            PercentText.Read("999999").Problem, YesNoText.Read("x").Problem, YesNoText.Name(true), YesNoText.Name(false), DateText.Read("x").Problem,
            DateText.Read("3/4/2026").Problem, DateText.Read("2026-02-30").Problem, DateText.Read("1899-01-01").Problem, DateTimeText.Read("2026-02-03 25:00").Problem,
            PeriodText.Read("x").Problem, GradeText.Read("x").Problem, ContactCell.Read("1/2/3/4/5").Problem, ContactCell.Read("甲\n乙").Problem,
            PlanText.Read("2月30日", new DateOnly(2024, 1, 1)).Problem,
        ];
        Assert.All(problems, problem => Assert.True(Translations.English.Has(problem!.Value.Format), problem.ToString()));
    }
}
