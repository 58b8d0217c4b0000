using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Tests.Shared.Texts;

public class GramsTests
{
    [Theory]
    [InlineData("华为", "华为,为")]
    [InlineData("𠮷野", "𠮷野,野")]
    [InlineData("ab1华", "ab1,b1,1华,华")]
    [InlineData("aaa", "aaa,aa,a")]
    [InlineData("", "")]
    public void A_key_has_one_piece_at_each_place(string key, string grams)
    {
        Assert.Equal(grams.Split(',', StringSplitOptions.RemoveEmptyEntries), Grams.Of(key).Select(piece => piece.Gram));
        Assert.Equal(Enumerable.Range(0, Grams.Of(key).Count()), Grams.Of(key).Select(piece => piece.Place));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("华", "0华")]
    [InlineData("华为", "0华为")]
    [InlineData("华为技", "0华为,1为技")]
    [InlineData("科技华为", "2华为,0科技")]
    [InlineData("huaw", "0hua,1uaw")]
    [InlineData("华abc", "1abc,0华a")]
    [InlineData("𠮷", "0𠮷")]
    public void Few_pieces_find_a_key(string key, string pieces)
        => Assert.Equal(pieces, string.Join(',', Grams.ToFind(key).Select(piece => $"{piece.Place}{piece.Gram}")));

    [Fact]
    public void Of_long_queries_only_a_part_is_looked_up()
    {
        Assert.Equal(6, Grams.ToFind("北京某某信息科技发展股份有限公司").Count);
        Assert.True(Grams.LeavesOut("北京某某信息科技发展股份有限公司"));
    }

    [Fact]
    public void A_key_is_contained_exactly_where_its_pieces_stand_at_their_distances()
    {
        var keys = RandomTexts.Many(6, 300, longest: 6).Select(NameKey.Of).Where(key => key.Length > 0).ToArray();
        var indexed = keys.Select(key => (Key: key, Grams: Grams.Of(key).ToArray())).ToArray();
        foreach (var query in keys.Concat(keys.Where(key => char.IsAscii(key[0])).Select(key => key[..1])).Where(key => !Grams.LeavesOut(key)))
        {
            var pieces = Grams.ToFind(query);
            var found = indexed.Where(entry => Enumerable.Range(0, entry.Grams.Length).Any(from => pieces.All(piece => Holds(entry.Grams, from + piece.Place, piece.Gram)))).Select(entry => entry.Key);
            Assert.Equal(keys.Where(key => key.Contains(query, StringComparison.Ordinal)), found);
        }
    }

    private static bool Holds((int Place, string Gram)[] grams, int place, string piece)
        => place < grams.Length && (Grams.IsBeginning(piece) ? grams[place].Gram.StartsWith(piece, StringComparison.Ordinal) : grams[place].Gram == piece);
}
