using System.Globalization;
using SalesCrm.Application.Shared.Values;

namespace SalesCrm.Application.Tests.Shared.Values;

public sealed class RivalOfferTests
{
    private static readonly string[] OnFile = ["用友", "竞品A", "宏远科技有限公司"];

    [Theory]
    [InlineData("竞品A报价低10%", "竞品A -10")]
    [InlineData("竞品B贵5个点", "竞品B 5")]
    [InlineData("A公司报价高 8%，交期长", "A公司 8")]
    [InlineData("竞品报价更低", "")]
    [InlineData("客户提到竞品报价更低", "")]
    [InlineData("竞品B报价更低", "竞品B ?")]
    [InlineData("竞品B报價比我們低一成", "竞品B -10")]
    [InlineData("競品Ｂ的報價比我們高５．５％", "競品Ｂ 5.5")]
    [InlineData("竞品C便宜三个点", "竞品C -3")]
    [InlineData("金蝶便宜约8%", "金蝶 -8")]
    [InlineData("听说浪潮报价低一成半", "浪潮 -15")]
    [InlineData("竞品A报价低10%，竞品B高3%", "竞品A -10|竞品B 3")]
    [InlineData("竞品C和竞品D报价都低百分之十", "竞品C -10|竞品D -10")]
    [InlineData("我们比竞品B贵25%", "竞品B -20")]
    [InlineData("竞品B的报价只有我们的九折", "竞品B -10")]
    [InlineData("竞品B价格与我们持平", "竞品B 0")]
    [InlineData("竞品B / -12%", "竞品B -12")]
    [InlineData("竞品B报价低10-15%", "竞品B ?")]
    [InlineData("竞品B参与，报价低5%", "竞品B -5")]
    [InlineData("竞品报价低10%", "? -10")]
    [InlineData("主要对手是用友，服务好", "用友 ?")]
    [InlineData("用友這次貴兩成", "用友 20")]
    [InlineData("宏遠科技有限公司低6%", "宏远科技有限公司 -6")]
    [InlineData("竞品A报价低10%，竞品a已降价", "竞品A -10")]
    [InlineData("Oracle报价高30%", "Oracle 30")]
    public void The_competitor_and_the_gap_are_read(string text, string expected)
        => Assert.Equal(expected, string.Join('|', RivalOffer.In(text, OnFile).Select(Said)));

    [Theory]
    [InlineData("质量更高，服务更好")]
    [InlineData("客户希望价格低10%")]
    [InlineData("原材料价格高10%")]
    [InlineData("去年报价低5%")]
    [InlineData("效率高20%")]
    [InlineData("门槛低10%")]
    [InlineData("某公司报价低10%吗")]
    [InlineData("其他公司报价更低")]
    [InlineData("交期长")]
    [InlineData("竞品B报价低500%吧，竞争激烈", "竞品B")]
    [InlineData("–")]
    [InlineData(null)]
    public void A_common_word_is_no_competitor(string? text, string? only = null)
        => Assert.Equal(only, string.Join('|', RivalOffer.In(text, OnFile).Where(offer => offer.Competitor is not null).Select(offer => offer.Competitor)) is { Length: > 0 } names ? names : null);

    [Fact]
    public void A_guessed_name_is_for_a_person_to_judge()
        => Assert.Equal([true, true, false], RivalOffer.In("竞品B报价低1%；用友低2%；金蝶便宜3%", OnFile).Select(offer => offer.IsCertain));

    [Fact]
    public void The_words_are_kept_as_written() => Assert.Equal("競品Ｂ的報價高５％", Assert.Single(RivalOffer.In(" 競品Ｂ的報價高５％ 。")).Words);

    private static string Said(RivalOffer offer) => $"{offer.Competitor ?? "?"} {offer.GapPercent?.ToString("0.##", CultureInfo.InvariantCulture) ?? "?"}";
}
