using SalesCrm.Application.Search;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Tests.Search;

public sealed class PinyinTests
{
    [Theory]
    [InlineData('重', "chong,zhong")]
    [InlineData('长', "chang,zhang")]
    [InlineData('行', "hang,heng,xing")]
    [InlineData('绿', "lu,lv")]
    [InlineData('略', "lue,lve")]
    [InlineData('a', "")]
    public void Characters_have_all_their_readings(char character, string readings)
        => Assert.Equal(readings, string.Join(',', Pinyin.Of(character).ToArray().Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("chongqing", "chong qing|chong qin g")]
    [InlineData("cqing", "c qing|c qin g|c qi n g")]
    [InlineData("chongq", "chong q|c h o n g q")]
    [InlineData("xian", "xian|xia n|xi an|xi a n")]
    [InlineData("cq", "c q")]
    [InlineData("c", "")]
    [InlineData("重庆", "")]
    [InlineData("kh2024", "")]
    [InlineData("重qing", "重 qing|重 qin g")]
    [InlineData("chong庆", "chong 庆|c h o n g 庆")]
    [InlineData("ch庆", "ch 庆|c h 庆")]
    [InlineData("重q", "重 q")]
    [InlineData("重庆3qi", "重 庆 3 qi")]
    [InlineData("tcl科ji", "t c l 科 ji|t c l 科 j i|t c l 科 ji")]
    [InlineData("iphone城", "")]
    public void Letters_are_cut_into_syllables_and_initials(string typed, string ways)
        => Assert.Equal(ways, string.Join('|', TypedPinyin.WaysOf(typed).Select(way => string.Join(' ', way.Select(segment => segment.Text)))));

    [Theory]
    [InlineData("重庆长江银行", "chongqing", "重庆")]
    [InlineData("重庆长江银行", "cq", "重庆")]
    [InlineData("重庆长江银行", "chongq", "重庆")]
    [InlineData("重庆长江银行", "cqing", "重庆")]
    [InlineData("重庆长江银行", "chqingcj", "重庆长江")]
    [InlineData("重庆长江银行", "yinhang", "银行")]
    [InlineData("重庆长江银行", "cjyh", "长江银行")]
    [InlineData("湖南长沙乐成", "changsha", "长沙")]
    [InlineData("湖南长沙乐成", "cs", "长沙")]
    [InlineData("湖南长沙乐成", "yuecheng", "乐成")]
    [InlineData("湖南长沙乐成", "lecheng", "乐成")]
    [InlineData("西安tcl科技", "xiantclk", "西安tcl科")]
    [InlineData("重庆长江银行", "重qing", "重庆")]
    [InlineData("重庆长江银行", "c庆cj", "重庆长江")]
    [InlineData("重庆长江银行", "长jiang银h", "长江银行")]
    [InlineData("西安tcl科技", "tcl科j", "tcl科技")]
    [InlineData("重庆长江银行", "重jiang", null)]
    [InlineData("重庆", "cs", null)]
    [InlineData("abc", "abc", null)]
    public void What_the_letters_stand_for_is_found_in_a_key(string key, string typed, string? hit)
        => Assert.Equal(hit, SpokenMatch.In(key, typed) is var (start, length) ? key.Substring(start, length) : null);

    [Theory]
    [InlineData("重慶長江銀行", "cq", "重慶")]
    [InlineData("重慶長江銀行", "长江", "長江")]
    [InlineData("ＡＢＣ 重庆", "abc重", "ＡＢＣ 重")]
    [InlineData("重庆长江股份有限公司", "重庆长江有限公司", "重庆长江")]
    public void The_hit_is_marked_as_it_was_written(string text, string typed, string hit) => Assert.Equal(hit, Snippet.Of(text, typed)!.Hit);
}
