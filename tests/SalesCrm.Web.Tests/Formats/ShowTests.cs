using SalesCrm.Application.Shared.Time;
using SalesCrm.Testing;
using SalesCrm.Web.Formats;

namespace SalesCrm.Web.Tests.Formats;

public sealed class ShowTests
{
    // The clock stands on Monday 2024-04-01, 09:00 in Shanghai.
    private readonly Show _show = new(new CompanyClock(new FixedClock(), CompanyClock.ZoneOf(null)));

    [Fact]
    public void Nothing_is_a_dash()
    {
        Assert.Equal("–", _show.Money(null));
        Assert.Equal("–", _show.MoneyShort(null));
        Assert.Equal("–", _show.Percent(null));
        Assert.Equal("–", _show.Points(null));
        Assert.Equal("–", _show.Date((DateOnly?)null));
        Assert.Equal("–", _show.DateTime(null));
        Assert.Equal("–", _show.Number(null));
    }

    [Fact]
    public void Money_is_grouped_and_shows_fen_only_where_asked()
    {
        Assert.Equal("486,200", _show.Money(486200m));
        Assert.Equal("486,200.50", _show.MoneyExact(486200.5m));
        Assert.Equal("-1,000", _show.Money(-1000m));
    }

    [Theory]
    [InlineData("0", "0", "¥0")]
    [InlineData("9999", "9,999", "¥10k")]
    [InlineData("10000", "1.0 万", "¥10k")]
    [InlineData("832000", "83.2 万", "¥832k")]
    [InlineData("1170000", "117.0 万", "¥1.2M")]
    [InlineData("99999500", "1.0 亿", "¥100M")]
    [InlineData("123000000", "1.2 亿", "¥123M")]
    [InlineData("999960000", "10.0 亿", "¥1B")]
    [InlineData("-832000", "-83.2 万", "-¥832k")]
    public void Short_money_follows_the_language(string yuan, string chinese, string english)
    {
        var amount = decimal.Parse(yuan, System.Globalization.CultureInfo.InvariantCulture);
        using (Speaking.Chinese())
        {
            Assert.Equal(chinese, _show.MoneyShort(amount));
        }

        using (Speaking.English())
        {
            Assert.Equal(english, _show.MoneyShort(amount));
        }
    }

    [Fact]
    public void Ratios_are_percents_and_their_differences_points()
    {
        using var _ = Speaking.Chinese();
        Assert.Equal("30.0%", _show.Percent(0.3m));
        Assert.Equal("108.0%", _show.Percent(1.08m));
        Assert.Equal("5.0 点", _show.Points(0.05m));
    }

    [Theory]
    [InlineData(2024, 3, 29, "3月29日", "29 Mar")]
    [InlineData(2023, 12, 5, "2023年12月5日", "5 Dec 2023")]
    [InlineData(2025, 1, 1, "2025年1月1日", "1 Jan 2025")]
    public void Dates_name_the_year_only_when_it_is_another(int year, int month, int day, string chinese, string english)
    {
        var date = new DateOnly(year, month, day);
        using (Speaking.Chinese())
        {
            Assert.Equal(chinese, _show.Date(date));
        }

        using (Speaking.English())
        {
            Assert.Equal(english, _show.Date(date));
        }
    }

    [Fact]
    public void Instants_are_shown_at_the_companys_place()
    {
        using var _ = Speaking.Chinese();
        var utc = new DateTime(2024, 3, 29, 16, 20, 0, DateTimeKind.Utc);
        Assert.Equal("3月30日 00:20", _show.DateTime(utc));
        Assert.Equal("3月30日", _show.Date(utc));
        Assert.Equal("00:20", _show.Time(utc));
    }

    [Fact]
    public void Weekdays_follow_the_language()
    {
        using (Speaking.Chinese())
        {
            Assert.Equal("周二", _show.Weekday(new DateOnly(2024, 4, 2)));
            Assert.Equal("周日", _show.Weekday(new DateOnly(2024, 4, 7)));
        }

        using (Speaking.English())
        {
            Assert.Equal("Tue", _show.Weekday(new DateOnly(2024, 4, 2)));
        }
    }

    [Fact]
    public void Due_says_how_late_or_how_soon()
    {
        using var _ = Speaking.Chinese();
        Assert.Equal(new Due(DueKind.Overdue, "逾期 3 天", "3月29日"), _show.Due(new DateOnly(2024, 3, 29)));
        Assert.Equal(new Due(DueKind.Today, "今天", "15:00"), _show.Due(new DateOnly(2024, 4, 1), new TimeOnly(15, 0)));
        Assert.Equal(new Due(DueKind.Tomorrow, "明天", "周二"), _show.Due(new DateOnly(2024, 4, 2)));
        Assert.Equal(new Due(DueKind.Later, "4月10日", "周三"), _show.Due(new DateOnly(2024, 4, 10)));
        Assert.Equal(new Due(DueKind.Later, "5月10日", ""), _show.Due(new DateOnly(2024, 5, 10)));
        Assert.Equal(DueKind.None, _show.Due(null).Kind);
    }
}
