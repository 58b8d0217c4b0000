using SalesCrm.Application.Search;

namespace SalesCrm.Application.Tests.Search;

public sealed class InitialChainsTests
{
    [Theory]
    [InlineData("云图机械", "YTJX,TJX")]
    [InlineData("云图机械店", "YTJX,TJXD,JXD")]
    [InlineData("云图", "")]
    [InlineData("惠州tcl", "HZTC,ZTCL")]
    [InlineData("tcl惠", "TCLH,CLH")]
    [InlineData("tclabc", "")]
    [InlineData("云图3机械店", "JXD")]
    [InlineData("云图(上海)机", "")]
    [InlineData("𠮷云图机", "YTJ")]
    public void A_chain_stands_at_each_place_where_three_characters_can_be_read(string key, string chains)
        => Assert.Equal(chains, string.Join(',', InitialChains.Of(key, 0).Select(chain => chain.Gram)));

    [Fact]
    public void Each_way_to_read_a_character_has_a_chain_and_a_place_of_its_own()
    {
        var chains = InitialChains.Of("重庆长江", 0).ToList();
        Assert.Equal(["CQCJ", "CQZJ", "QCJ", "QZJ", "ZQCJ", "ZQZJ"], chains.Select(chain => chain.Gram).Order(StringComparer.Ordinal));
        Assert.Equal(chains.Count, chains.Select(chain => chain.Place).Distinct().Count());
        Assert.All(chains, chain => Assert.True(chain.Place < 0));
        Assert.Empty(chains.Select(chain => chain.Place).Intersect(InitialChains.Of("重庆长江", 4).Select(chain => chain.Place)));
    }

    [Theory]
    [InlineData("ytj", "0YTJ")]
    [InlineData("ytjx", "0YTJX")]
    [InlineData("ytjxc", "0YTJX,1TJXC")]
    [InlineData("ytjxcabcd", "0YTJX,4CABC,5ABCD")]
    public void Initials_are_cut_into_chains_that_hold_them_all(string typed, string pieces)
        => Assert.Equal(pieces, string.Join(',', InitialChains.ToFind([.. typed.Select(letter => new Segment(letter.ToString(), false))])!.Select(piece => $"{piece.Place}{piece.Gram}")));

    [Fact]
    public void Whole_syllables_and_characters_are_no_chains()
    {
        Assert.Null(InitialChains.ToFind([new("c", false), new("qing", false), new("c", false)]));
        Assert.Null(InitialChains.ToFind([new("c", false), new("庆", true), new("c", false)]));
        Assert.Null(InitialChains.ToFind([new("c", false), new("q", false)]));
    }
}
