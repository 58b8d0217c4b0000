using System.Diagnostics;
using System.Text;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Tests.Shared.Texts;

public class NameKeyTests
{
    [Theory]
    [InlineData("ABC Co", "abcco")]
    [InlineData("abc co ", "abcco")]
    [InlineData("ABC  Co", "abcco")]
    [InlineData("ＡＢＣ　Ｃｏ", "abcco")]
    [InlineData("華為技術(中國)", "华为技术中国")]
    [InlineData("华为技术（中国）", "华为技术中国")]
    [InlineData("張", "张")]
    [InlineData("需求階段", "需求阶段")]
    [InlineData("裏裡臺髮發後麵乾", "里里台发发后面干")]
    [InlineData("衆眾綫線啓啟爲為", "众众线线启启为为")]
    [InlineData("藉著瞭甯", "借着了宁")]
    [InlineData("什么", "什么")]
    [InlineData("麥·當-勞.'s, & \"x\"", "麦当劳sx")]
    [InlineData("\uF90A\u200B山\u202E", "金山")]
    [InlineData("*科技", "科技")]
    [InlineData("C++", "c++")]
    [InlineData("𠮷野家", "𠮷野家")]
    [InlineData("㈱ﾊﾟﾅ", "株パナ")]
    [InlineData("（）· -", "")]
    [InlineData(null, "")]
    public void One_key_for_all_writings(string? name, string key) => Assert.Equal(key, NameKey.Of(name));

    [Theory]
    [InlineData("美的集团股份有限公司", "美的")]
    [InlineData("青岛海尔（集团）股份有限公司", "青岛海尔")]
    [InlineData("華為技術有限責任公司", "华为技术")]
    [InlineData("华为技术有限公司", "华为技术")]
    [InlineData("Huawei Technologies Co., Ltd.", "huaweitechnologies")]
    [InlineData("HUAWEI TECHNOLOGIES CO.,LTD", "huaweitechnologies")]
    [InlineData("华为技术Co.,Ltd", "华为技术")]
    [InlineData("Acme, Inc.", "acme")]
    [InlineData("Acme Corporation", "acme")]
    [InlineData("Acme L.L.C.", "acme")]
    [InlineData("Müller GmbH & Co. KG", "müller")]
    [InlineData("Texaco", "texaco")]
    [InlineData("Zinc", "zinc")]
    [InlineData("有限公司", "有限公司")]
    [InlineData("集团", "集团")]
    [InlineData("Co., Ltd.", "co")]
    [InlineData("华为技术有限公司北京分公司", "华为技术有限公司北京分公司")]
    [InlineData("·", "")]
    public void A_company_is_known_without_its_legal_form(string name, string key) => Assert.Equal(key, NameKey.OfCompany(name));

    [Fact]
    public void The_key_of_a_key_is_the_key()
    {
        foreach (var name in RandomTexts.Many(2, 20_000))
        {
            var key = NameKey.Of(name);
            Assert.Equal(key, NameKey.Of(key));
            var company = NameKey.OfCompany(name);
            Assert.Equal(company, NameKey.OfCompany(company));
            Assert.Equal(key.Length == 0, company.Length == 0);
            Assert.StartsWith(company, key, StringComparison.Ordinal);
            Assert.False(CleanText.IsBroken(key));
        }
    }

    [Fact]
    public void Broken_characters_have_no_part_in_a_key()
        => Assert.Equal("ab", NameKey.Of("a\uD842b\uFFFE\uDFB7"));

    [Fact]
    public void Every_character_has_a_key_that_stays()
    {
        for (var value = 1; value <= 0x3FFFF; value++)
        {
            if (Rune.IsValid(value))
            {
                var key = NameKey.Of(new Rune(value).ToString());
                Assert.Equal(key, NameKey.Of(key));
            }
        }
    }

    [Fact]
    public void A_key_does_not_depend_on_how_the_name_was_composed()
    {
        foreach (var name in RandomTexts.Many(3, 5_000).Where(name => !CleanText.IsBroken(name)))
        {
            Assert.Equal(NameKey.Of(name), NameKey.Of(name.Normalize(NormalizationForm.FormC)));
            Assert.Equal(NameKey.Of(name), NameKey.Of("  " + name + "\u3000"));
        }
    }

    [Fact]
    public void The_table_of_characters_loads_at_once()
    {
        var load = typeof(Simplified).GetMethod("Load", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;
        load.Invoke(null, null);
        var fastest = Enumerable.Range(0, 5).Min(_ =>
        {
            var started = Stopwatch.GetTimestamp();
            load.Invoke(null, null);
            return Stopwatch.GetElapsedTime(started);
        });
        Assert.InRange(fastest.TotalMilliseconds, 0, 20);
    }

    [Theory]
    [InlineData("华为技术", "华为技术", 100, 100)]
    [InlineData("华为技术", "华为技木", 60, 70)]
    [InlineData("华为", "中兴", 0, 0)]
    [InlineData("", "中兴", 0, 0)]
    [InlineData("京", "东", 0, 0)]
    public void Likeness_runs_from_0_to_100(string key, string other, int least, int most)
    {
        Assert.InRange(Likeness.Of(key, other), least, most);
        Assert.Equal(Likeness.Of(key, other), Likeness.Of(other, key));
    }

    [Theory]
    [InlineData("Аcme", true)]
    [InlineData("Acme", false)]
    [InlineData("Яндекс Acme", false)]
    [InlineData("华为Аcme", true)]
    [InlineData("Аcme有限公司", true)]
    [InlineData("Citroën", false)]
    [InlineData(null, false)]
    public void Mixed_scripts_in_one_word_are_noticed(string? name, bool mixed) => Assert.Equal(mixed, LookAlike.IsIn(name));
}
