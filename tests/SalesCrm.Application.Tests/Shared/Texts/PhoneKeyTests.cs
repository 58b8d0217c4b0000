using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Tests.Shared.Texts;

public class PhoneKeyTests
{
    [Theory]
    [InlineData("13800138000", "13800138000")]
    [InlineData("+86 138-0013-8000", "13800138000")]
    [InlineData("0086 138 0013 8000", "13800138000")]
    [InlineData("00 86 13800138000", "13800138000")]
    [InlineData("86 13800138000", "13800138000")]
    [InlineData("(+86)138 0013 8000", "13800138000")]
    [InlineData("１３８００１３８０００", "13800138000")]
    [InlineData("＋８６－１３８—００１３—８０００", "13800138000")]
    [InlineData("\u202D138\u200B00138000\u202C", "13800138000")]
    [InlineData("138.0013.8000", "13800138000")]
    [InlineData("010-8888 8888", "01088888888")]
    [InlineData("(010) 88888888", "01088888888")]
    [InlineData("+86 10 8888 8888", "01088888888")]
    [InlineData("+86 (0)10 8888 8888", "01088888888")]
    [InlineData("+86 755 2654 1234", "075526541234")]
    [InlineData("400-800-8000", "4008008000")]
    [InlineData("+86 400 800 8000", "4008008000")]
    [InlineData("95588", "95588")]
    [InlineData("123456789", "123456789")]
    [InlineData("+1 (415) 555-2671", "+14155552671")]
    [InlineData("001 415 555 2671", "+14155552671")]
    public void One_key_for_all_writings(string typed, string key)
    {
        Assert.Equal(new PhoneKey(key, null), PhoneKey.Of(typed));
        Assert.Equal(key, PhoneKey.Of(key)?.Number);
    }

    [Theory]
    [InlineData("010-8888 8888 转 123", "01088888888", "123")]
    [InlineData("010-88888888转分机", null, null)]
    [InlineData("010-88888888 轉123", "01088888888", "123")]
    [InlineData("0755-26541234 ext. 8001", "075526541234", "8001")]
    [InlineData("0755-26541234x8001", "075526541234", "8001")]
    [InlineData("400-800-8000#2", "4008008000", "2")]
    public void The_extension_is_kept_apart(string typed, string? number, string? extension)
        => Assert.Equal(number is null ? null : new PhoneKey(number, extension), PhoneKey.Of(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1234")]
    [InlineData("1234567890123456")]
    [InlineData("xxxx5678")]
    [InlineData("138****5678")]
    [InlineData("1.3800138E+10")]
    [InlineData("13800138.5")]
    [InlineData("13800138000/13900139000")]
    [InlineData("=1+1380013800")]
    [InlineData("采购经理")]
    public void What_is_no_number_has_no_key(string? typed) => Assert.Null(PhoneKey.Of(typed));

    [Theory]
    [InlineData("+86 138-0013-8000", "13800138000")]
    [InlineData("5678", "5678")]
    [InlineData("尾号５６７８", "5678")]
    [InlineData("010-88888888转123", "01088888888123")]
    public void Numbers_are_searched_by_their_digits(string typed, string digits) => Assert.Equal(digits, PhoneKey.DigitsOf(typed));

    [Theory]
    [InlineData("13800005678", "138****5678")]
    [InlineData("+86 138-0000-5678", "138****5678")]
    [InlineData("010-88886666 转 123", "010****6666")]
    [InlineData("4008008001", "****8001")]
    [InlineData("88886666", "****6666")]
    [InlineData("8886666", "****666")]
    [InlineData("95588", "****")]
    [InlineData("xxxx5678", "****")]
    [InlineData("采购", "****")]
    [InlineData("", "")]
    [InlineData(null, null)]
    public void Phones_are_masked(string? value, string? masked) => Assert.Equal(masked, Mask.Phone(value));

    [Theory]
    [InlineData("zhangsan@x.com", "z***@x.com")]
    [InlineData("z@x.com", "***@x.com")]
    [InlineData("用户@例子.公司", "用***@例子.公司")]
    [InlineData("𠮷野@x.com", "𠮷***@x.com")]
    [InlineData("zhangsanxxx", "****")]
    [InlineData("a@b;secret@x.com", "****")]
    [InlineData(null, null)]
    public void Addresses_are_masked(string? value, string? masked) => Assert.Equal(masked, Mask.Email(value));

    [Theory]
    [InlineData("zhangsan_88", "z****8")]
    [InlineData("13800005678", "138****5678")]
    [InlineData("zs88", "****")]
    [InlineData("zhangsan@x.com", "z***@x.com")]
    [InlineData("", "")]
    public void WeChat_names_are_masked(string value, string masked) => Assert.Equal(masked, Mask.WeChat(value));

    [Fact]
    public void A_mask_hides_at_least_four_digits()
    {
        var random = new Random(8);
        for (var round = 0; round < 5_000; round++)
        {
            var number = string.Concat(Enumerable.Range(0, random.Next(1, 16)).Select(_ => random.Next(10)));
            var key = PhoneKey.DigitsOf(number);
            var shown = Mask.Phone(number)!.Count(char.IsAsciiDigit);
            Assert.InRange(shown, 0, Math.Max(0, key.Length - 4));
            Assert.DoesNotContain(number, Mask.Phone(number), StringComparison.Ordinal);
            Assert.DoesNotContain(number, Mask.WeChat(number), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_mask_never_shows_the_value()
    {
        foreach (var value in RandomTexts.Many(9, 10_000).Where(value => value.Length > 0))
        {
            Assert.NotEqual(value, Mask.Phone(value));
            Assert.NotEqual(value, Mask.Email(value));
            Assert.NotEqual(value, Mask.WeChat(value));
            var address = string.Concat(value.Where(char.IsAsciiLetter)) + "q@x.com";
            Assert.InRange(Mask.Email(address)!.Length, 1, "q***@x.com".Length);
        }
    }
}
