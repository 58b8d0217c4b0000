using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Testing;
using SalesCrm.Web.Formats;

namespace SalesCrm.Web.Tests.Formats;

public sealed class LocalizerTests
{
    private readonly Localizer _t = new();

    [Fact]
    public void Says_the_sentence_in_the_language_of_the_request()
    {
        using (Speaking.Chinese())
        {
            Assert.Equal("逾期 3 天", _t["逾期 {0} 天", 3]);
            Assert.Equal("zh-CN", _t.Language);
        }

        using (Speaking.English())
        {
            Assert.Equal("3 d overdue", _t["逾期 {0} 天", 3]);
            Assert.Equal("Today", _t[(Text)"今天"]);
            Assert.Equal("en", _t.Language);
        }
    }

    [Fact]
    public void Markup_in_a_sentence_stays_and_other_arguments_are_encoded()
    {
        using var _ = Speaking.Chinese();
        var said = new StringWriter();
        _t.Html("{0} 保存的 {1}", "<b>林</b>", new HtmlString("<b>3</b>")).WriteTo(said, HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        Assert.Equal("&lt;b&gt;林&lt;/b&gt; 保存的 <b>3</b>", said.ToString());
    }

    [Theory]
    [InlineData(1, "<b>1</b> deal")]
    [InlineData(2, "<b>2</b> deals")]
    [InlineData(10_001, "<b>10,000&#x2B;</b> deals")]
    public void A_bold_number_in_a_sentence_chooses_its_word(int total, string expected)
    {
        using var _ = Speaking.English();
        var said = new StringWriter();
        _t.Html("共 {0} 笔", new Show(new CompanyClock(new FixedClock(), CompanyClock.ZoneOf(null))).BoldTotal(total)).WriteTo(said, HtmlEncoder.Default);
        Assert.Equal(expected, said.ToString());
    }
}
