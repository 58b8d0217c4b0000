using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Tests.Shared.Texts;

public class GramsTests
{
    [Theory]
    [InlineData("华为", "华,为,华为")]
    [InlineData("𠮷野", "𠮷,野,𠮷野")]
    [InlineData("ab1华", "a,b,1,华,ab,b1,1华,ab1")]
    [InlineData("aaa", "a,aa,aaa")]
    [InlineData("", "")]
    public void A_key_has_its_short_pieces_once(string key, string grams)
        => Assert.Equal(grams.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), Grams.Of(key).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("", "", true)]
    [InlineData("华", "华", false)]
    [InlineData("华为", "华为", false)]
    [InlineData("华为技", "华为,为技", true)]
    [InlineData("华为技术", "华为,技术", true)]
    [InlineData("科技华为", "华为,科技", true)]
    [InlineData("h", "h", false)]
    [InlineData("hua", "hua", false)]
    [InlineData("huaw", "hua,uaw", true)]
    [InlineData("huawei", "hua,wei", true)]
    [InlineData("华a", "华a", false)]
    [InlineData("华abc", "abc,华a", true)]
    [InlineData("𠮷", "𠮷", false)]
    public void Few_grams_find_a_key(string key, string grams, bool needsCheck)
    {
        Assert.Equal(grams.Split(',', StringSplitOptions.RemoveEmptyEntries), Grams.ToFind(key).ToArray());
        Assert.Equal(needsCheck, Grams.NeedsCheck(key));
    }

    [Fact]
    public void Long_queries_stay_at_four_look_ups()
        => Assert.Equal(4, Grams.ToFind("北京某某信息科技发展股份有限公司").Count);

    [Fact]
    public void Whatever_contains_the_query_has_all_its_grams()
    {
        var random = new Random(4);
        foreach (var name in RandomTexts.Many(5, 10_000, longest: 16))
        {
            var runes = NameKey.Of(name).EnumerateRunes().ToArray();
            var from = random.Next(runes.Length + 1);
            var query = string.Concat(runes[from..random.Next(from, runes.Length + 1)]);
            Assert.Subset(Grams.Of(string.Concat(runes)).ToHashSet(), Grams.ToFind(query).ToHashSet());
            Assert.All(Grams.Of(query), gram => Assert.InRange(gram.Length, 1, Grams.Units));
            Assert.Equal(query.Length == 0, Grams.ToFind(query).Count == 0);
        }
    }

    [Fact]
    public void Where_no_check_is_needed_the_grams_alone_decide()
    {
        var keys = RandomTexts.Many(6, 400, longest: 6).Select(NameKey.Of).Where(key => key.Length > 0).ToArray();
        var indexed = keys.Select(key => (Key: key, Grams: Grams.Of(key).ToHashSet())).ToArray();
        foreach (var query in keys.Where(key => !Grams.NeedsCheck(key)))
        {
            var found = indexed.Where(entry => Grams.ToFind(query).All(entry.Grams.Contains)).Select(entry => entry.Key);
            Assert.Equal(keys.Where(key => key.Contains(query, StringComparison.Ordinal)), found);
        }
    }

    [Theory]
    [InlineData("12", "")]
    [InlineData("138", "138")]
    [InlineData("5678", "567,678")]
    [InlineData("13800005678", "138,000,056,678")]
    public void Digits_are_found_by_threes(string digits, string grams)
        => Assert.Equal(grams.Split(',', StringSplitOptions.RemoveEmptyEntries), Grams.DigitsToFind(digits).ToArray());

    [Fact]
    public void Whatever_number_contains_the_digits_has_all_their_grams()
    {
        var random = new Random(7);
        for (var round = 0; round < 5_000; round++)
        {
            var number = string.Concat(Enumerable.Range(0, random.Next(3, 16)).Select(_ => random.Next(10)));
            var from = random.Next(number.Length);
            var query = number[from..random.Next(from, number.Length + 1)];
            Assert.Subset(Grams.OfDigits(number).ToHashSet(), Grams.DigitsToFind(query).ToHashSet());
        }
    }
}
