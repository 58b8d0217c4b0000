using SalesCrm.Application.Users;

namespace SalesCrm.Application.Tests.Users;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("elevenchars", false)]
    [InlineData("twelve-chars", true)]
    [InlineData("𠮷𠮷野家的牛肉饭真好吃呀", true)]
    [InlineData("password1234", false)]
    [InlineData("PassWord!!!2024", false)]
    [InlineData("123456789012", false)]
    [InlineData("abcdefghijkl", false)]
    [InlineData("aaaaaaaaaaaa", false)]
    [InlineData("abcabcabcabc", false)]
    [InlineData("dragondragon", false)]
    [InlineData("2024dragon!!", false)]
    [InlineData("salescrm-is-great", false)]
    [InlineData("xx LIN.XIAOWEN xx", false)]
    [InlineData("我叫林晓雯今年二十九岁", false)]
    [InlineData("lian yi qun zi 47", true)]
    public void Length_and_guesses_decide_and_nothing_else(string password, bool allowed)
        => Assert.Equal(allowed, PasswordRules.ProblemOf(password, "lin.xiaowen", "林晓雯") is null);

    [Fact]
    public void A_password_has_at_most_128_characters()
    {
        var words = string.Join(' ', Enumerable.Range(0, 40).Select(index => FormattableString.Invariant($"{index * 37 % 89}x")));
        Assert.Null(PasswordRules.ProblemOf(words[..128], "u", "n"));
        Assert.NotNull(PasswordRules.ProblemOf(words[..129], "u", "n"));
    }

    [Fact]
    public void Half_a_character_is_no_password() => Assert.NotNull(PasswordRules.ProblemOf("lian yi qun \uD842 47", "u", "n"));

    [Fact]
    public void The_list_holds_tens_of_thousands() => Assert.InRange(CommonPasswords.Count, 40_000, 1_000_000);
}
