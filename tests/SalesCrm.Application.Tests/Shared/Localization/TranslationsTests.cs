using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Tests.Shared.Localization;

public sealed class TranslationsTests
{
    [Theory]
    [InlineData(0, "0 deals")]
    [InlineData(1, "1 deal")]
    [InlineData(1L, "1 deal")]
    [InlineData("1", "1 deal")]
    [InlineData(2, "2 deals")]
    [InlineData("11", "11 deals")]
    public void English_chooses_the_word_that_goes_with_a_number(object count, string said)
    {
        Assert.Equal(said, Translations.English.Say(new Text("{0} 次成交", count)));
        Assert.Equal($"{count} 次成交", Translations.Chinese.Say(new Text("{0} 次成交", count)));
    }
}
