using SalesCrm.Application.Customers.Duplicates;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Tests.Shared.Texts;

public sealed class NameSlipTests
{
    [Theory]
    [InlineData("华为技术有限公司", "华伟技术有限公司")]
    [InlineData("深圳迈瑞生物医疗", "深圳迈端生物医疗")]
    [InlineData("深圳迈瑞生物医疗", "深圳迈瑞生物医疗器")]
    [InlineData("深圳迈瑞生物医疗", "深圳迈瑞物医疗")]
    [InlineData("苏州市华为技术", "苏州华为技术")]
    [InlineData("苏州澜图科技", "苏洲澜图科技")]
    [InlineData("华东医药集团", "华冻医药集团")]
    [InlineData("Siemens Energy", "Siemans Energy")]
    public void One_character_is_a_slip(string name, string other) => Assert.True(NameSlip.IsBetween(NameKey.OfCompany(name), NameKey.OfCompany(other)));

    [Theory]
    [InlineData("华为技术", "华为技术")]
    [InlineData("华为技术", "中伟技术")]
    [InlineData("华为", "华伟")]
    [InlineData("华为云", "华伟云")]
    [InlineData("ACME Ltd", "ACNE Ltd")]
    [InlineData("第一建筑公司", "第二建筑公司")]
    [InlineData("武汉一号粮库", "武汉2号粮库")]
    [InlineData("客户11号公司", "客户1号公司")]
    [InlineData("华东电力设计院", "华北电力设计院")]
    [InlineData("湖南电力设计院", "湖北电力设计院")]
    [InlineData("苏州澜图科技", "杭州澜图科技")]
    [InlineData("澜图科技（苏州）", "澜图科技（温州）")]
    [InlineData("万达广场A座物业", "万达广场B座物业")]
    public void Equal_short_and_purposely_different_names_are_none(string name, string other)
    {
        Assert.False(NameSlip.IsBetween(NameKey.OfCompany(name), NameKey.OfCompany(other)));
        Assert.False(NameSlip.IsBetween(NameKey.OfCompany(other), NameKey.OfCompany(name)));
    }

    [Fact]
    public void Pairs_among_many_names_are_those_that_comparing_each_with_each_finds()
    {
        var random = new Random(7);
        const string Characters = "华为澜图技术云启医疗器械迈瑞生物科";
        string Some(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => Characters[random.Next(Characters.Length)]));
        var keys = Enumerable.Range(0, 60).Select(_ => Some(6)).ToList();
        keys.AddRange(keys.Select((key, at) => (at % 3) switch { 0 => key.Remove(at % 6, 1), 1 => key.Insert(at % 7, Some(1)), _ => key.Remove(at % 6, 1).Insert(at % 6, Some(1)) }).ToList());
        var names = keys.Distinct().Select((key, at) => ((long)at, Key: key)).ToList();

        var found = SlipPairs.Of(names).ToHashSet();

        var expected = names.SelectMany(one => names.Where(other => other.Item1 > one.Item1 && NameSlip.IsBetween(one.Key, other.Key)).Select(other => (one.Item1, other.Item1))).ToHashSet();
        Assert.True(expected.Count > 40);
        Assert.Equal(expected.Order(), found.Order());
    }
}
