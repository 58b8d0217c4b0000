using FluentValidation;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Tests.Shared.Texts;

public class InputRulesTests
{
    private sealed record Input(
        string? Name = null, string? Note = null, string? Website = null, string? Email = null, string? Phone = null, decimal? Amount = null, DateOnly? Date = null);

    private sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(input => input.Name).SingleLine(10);
            RuleFor(input => input.Note).MultiLine(20);
            RuleFor(input => input.Website).WebLink();
            RuleFor(input => input.Email).EmailAddressPlain();
            RuleFor(input => input.Phone).PhoneNumber();
            RuleFor(input => input.Amount).Money();
            RuleFor(input => input.Date).BusinessDate();
        }
    }

    private sealed class NeedsName : AbstractValidator<Input>
    {
        public NeedsName() => RuleFor(input => input.Name).Required();
    }

    private static Problem[] ProblemsOf(Input input) => [.. Outcome.Invalid(new Rules().Validate(input)).Problems];

    [Fact]
    public void Nothing_typed_is_no_problem() => Assert.Empty(ProblemsOf(new Input()));

    [Fact]
    public void A_problem_names_its_field_and_speaks_both_languages()
    {
        var problem = Assert.Single(ProblemsOf(new Input(Name: new string('字', 11))));
        Assert.Equal(nameof(Input.Name), problem.Property);
        Assert.Equal("最多 10 个字", problem.Message.ToString());
        Assert.Equal("At most 10 characters", Translations.English.Say(problem.Message));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(" \u3000", false)]
    [InlineData("\u200B", false)]
    [InlineData("甲", true)]
    public void Required_wants_something_to_see(string? name, bool done)
        => Assert.Equal(done, new NeedsName().Validate(new Input(Name: name)).IsValid);

    [Theory]
    [InlineData("甲\n乙", false)]
    [InlineData("甲", true)]
    public void A_name_has_one_line(string name, bool done) => Assert.Equal(done, ProblemsOf(new Input(Name: name)).Length == 0);

    [Theory]
    [InlineData("甲\r\n乙", true)]
    [InlineData("甲\0", false)]
    public void A_note_has_several_lines(string note, bool done) => Assert.Equal(done, ProblemsOf(new Input(Note: note)).Length == 0);

    [Theory]
    [InlineData("https://www.example.com/a?b=c#d", true)]
    [InlineData("HTTP://例子.公司", true)]
    [InlineData("www.example.com", true)]
    [InlineData("example.com:8080/x", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("JaVaScRiPt:alert(1)//a.b", false)]
    [InlineData("java\nscript:alert(1)", false)]
    [InlineData("data:text/html,<script>x.y</script>", false)]
    [InlineData("vbscript:x.y", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("//evil.com", false)]
    [InlineData("https://bank.com@evil.com", false)]
    [InlineData("https://localhost", false)]
    [InlineData("ftp://example.com", false)]
    [InlineData("https://", false)]
    [InlineData("官网", false)]
    public void A_website_is_http_or_https(string website, bool done) => Assert.Equal(done, ProblemsOf(new Input(Website: website)).Length == 0);

    [Theory]
    [InlineData("zhangsan@x.com", true)]
    [InlineData("zhang.san+crm@mail.x.com.cn", true)]
    [InlineData("用户@例子.公司", true)]
    [InlineData("a@b", false)]
    [InlineData("a@x.com;b@x.com", false)]
    [InlineData("a@x.com,b@x.com", false)]
    [InlineData("a@x.com b@x.com", false)]
    [InlineData("张三 <a@x.com>", false)]
    [InlineData("a@x.com\r\nBcc: b@x.com", false)]
    [InlineData("a@@x.com", false)]
    [InlineData(".a@x.com", false)]
    [InlineData("a..b@x.com", false)]
    [InlineData("a@-x.com", false)]
    [InlineData("a@1.2.3.4", false)]
    [InlineData("@x.com", false)]
    public void An_address_is_one_address(string email, bool done) => Assert.Equal(done, ProblemsOf(new Input(Email: email)).Length == 0);

    [Fact]
    public void A_broken_address_is_refused() => Assert.Equal(2, ProblemsOf(new Input(Email: "a@\uD842.com", Website: "x.com/\uD842")).Length);

    [Fact]
    public void A_too_long_address_says_so()
        => Assert.Equal("邮箱最多 254 个字符", Assert.Single(ProblemsOf(new Input(Email: new string('a', 300) + "@x.com"))).Message.ToString());

    [Theory]
    [InlineData("ZhangSan@X.COM", "zhangsan@x.com", "x.com")]
    [InlineData("ａ＠ｘ．com", "a@x.com", "x.com")]
    [InlineData("a@例子.公司", "a@xn--fsqu00a.xn--55qx5d", "xn--fsqu00a.xn--55qx5d")]
    [InlineData("a@163.com", "a@163.com", null)]
    [InlineData("nobody", null, null)]
    public void Addresses_compare_by_key_and_company_domain(string typed, string? key, string? domain)
    {
        Assert.Equal(key, EmailKey.Of(typed));
        Assert.Equal(domain, EmailKey.CompanyDomainOf(typed));
    }

    [Theory]
    [InlineData("13800138000", null)]
    [InlineData("010-8888 8888 转 123", null)]
    [InlineData("123456789", null)]
    [InlineData("1380013800", "手机号应为 11 位，现在是 10 位")]
    [InlineData("138001380001", "手机号应为 11 位，现在是 12 位")]
    [InlineData("1.3800138E+10", "号码被表格改成了科学计数法，请把单元格设为文本后重新填写")]
    [InlineData("138****5678", "电话号码不正确，例如 13800138000 或 010-88888888 转 123")]
    public void A_phone_number_is_one_number(string phone, string? problem)
        => Assert.Equal(problem, ProblemsOf(new Input(Phone: phone)).FirstOrDefault()?.Message.ToString());

    [Theory]
    [InlineData("0", true)]
    [InlineData("-0.00", true)]
    [InlineData("999999999999.99", true)]
    [InlineData("12.340", true)]
    [InlineData("-1", false)]
    [InlineData("1000000000000.00", false)]
    [InlineData("12.345", false)]
    public void Money_is_whole_fen_in_range(string amount, bool done)
        => Assert.Equal(done, ProblemsOf(new Input(Amount: decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture))).Length == 0);

    [Theory]
    [InlineData(1899, 12, 31, false)]
    [InlineData(1900, 1, 1, true)]
    [InlineData(2100, 12, 31, true)]
    [InlineData(2101, 1, 1, false)]
    [InlineData(1, 1, 1, false)]
    [InlineData(9999, 12, 31, false)]
    public void Business_dates_run_from_1900_to_2100(int year, int month, int day, bool done)
        => Assert.Equal(done, ProblemsOf(new Input(Date: new DateOnly(year, month, day))).Length == 0);
}
