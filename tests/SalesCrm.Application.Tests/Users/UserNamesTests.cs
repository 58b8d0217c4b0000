using SalesCrm.Application.Users;

namespace SalesCrm.Application.Tests.Users;

public sealed class UserNamesTests
{
    [Theory]
    [InlineData("Lin.Xiaowen")]
    [InlineData(" lin.xiaowen ")]
    [InlineData("ｌｉｎ.ｘｉａｏｗｅｎ")]
    [InlineData("lin.\u200Bxiaowen")]
    public void Spellings_of_one_name_have_one_key(string name) => Assert.Equal("lin.xiaowen", UserNames.KeyOf(name));

    [Theory]
    [InlineData("林晓雯", true)]
    [InlineData("Anna Snelling", true)]
    [InlineData("o'brien@example.com", true)]
    [InlineData("a", false)]
    [InlineData("", false)]
    [InlineData("a\nb", false)]
    [InlineData("<b>x</b>", false)]
    [InlineData("аnna", false)]
    public void Letters_digits_and_few_signs_make_a_name(string name, bool allowed) => Assert.Equal(allowed, UserNames.ProblemOf(name) is null);

    [Fact]
    public void The_key_of_an_allowed_name_fits_its_column()
    {
        var longest = new string('林', 50);
        Assert.Null(UserNames.ProblemOf(longest));
        Assert.NotNull(UserNames.ProblemOf(longest + "林"));
        Assert.NotNull(UserNames.ProblemOf("x\uD842y"));
        Assert.Equal("", UserNames.KeyOf(new string('x', 10_000)));
    }
}
