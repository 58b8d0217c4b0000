using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Shared.Values;

namespace SalesCrm.Application.Tests.Shared.Time;

public class PeriodTests
{
    [Theory]
    [InlineData("2024年Q1", "2024Q1", "2024年Q1", "Q1 2024")]
    [InlineData("2024Q1", "2024Q1", "2024年Q1", "Q1 2024")]
    [InlineData("２０２４ｑ４", "2024Q4", "2024年Q4", "Q4 2024")]
    [InlineData("2024-Q2", "2024Q2", "2024年Q2", "Q2 2024")]
    [InlineData("2024年第三季度", "2024Q3", "2024年Q3", "Q3 2024")]
    [InlineData("2024年2季度", "2024Q2", "2024年Q2", "Q2 2024")]
    [InlineData("2024-03", "2024-03", "2024年3月", "2024-03")]
    [InlineData("2024/3", "2024-03", "2024年3月", "2024-03")]
    [InlineData("2024年3月", "2024-03", "2024年3月", "2024-03")]
    [InlineData("2024年12月", "2024-12", "2024年12月", "2024-12")]
    [InlineData("2024", "2024", "2024年", "2024")]
    [InlineData("2024年", "2024", "2024年", "2024")]
    public void A_period_is_read_in_every_form(string typed, string written, string chinese, string english)
    {
        var period = PeriodText.Read(typed).Value!.Value;
        Assert.Equal(written, period.ToString());
        Assert.Equal(chinese, period.Name.ToString());
        Assert.Equal(english, Translations.English.Say(period.Name));
        Assert.Equal(period, Period.Parse(written));
        Assert.Equal(period, PeriodText.Read(chinese).Value);
    }

    [Theory]
    [InlineData("2024Q5")]
    [InlineData("2024-13")]
    [InlineData("2024-00")]
    [InlineData("24Q1")]
    [InlineData("Q1")]
    [InlineData("1899")]
    [InlineData("2101Q1")]
    [InlineData("2024-03-15")]
    [InlineData("二〇二四年")]
    public void Other_texts_are_no_period(string typed)
    {
        Assert.True(PeriodText.Read(typed).IsRefused);
        Assert.False(Period.TryParse(typed, out _));
    }

    [Fact]
    public void An_empty_cell_is_no_period() => Assert.Equal(default, PeriodText.Read("–"));

    [Fact]
    public void A_period_knows_its_days_and_neighbours()
    {
        var quarter = Period.OfQuarter(2024, 1);
        Assert.Equal((new DateOnly(2024, 1, 1), new DateOnly(2024, 3, 31)), (quarter.First, quarter.Last));
        Assert.Equal("2023Q4", quarter.Previous.ToString());
        Assert.Equal("2024Q2", quarter.Next.ToString());
        Assert.Equal("2023Q1", quarter.SamePeriodLastYear.ToString());
        Assert.Equal(["2024-01", "2024-02", "2024-03"], quarter.Parts(PeriodKind.Month).Select(month => month.ToString()));
        Assert.Equal(new DateOnly(2024, 2, 29), Period.OfMonth(2024, 2).Last);
        Assert.Equal(12, Period.OfYear(2100).Parts(PeriodKind.Month).Count());
    }

    [Fact]
    public void Periods_of_a_kind_cover_every_day_once()
    {
        foreach (var kind in Enum.GetValues<PeriodKind>())
        {
            for (var day = new DateOnly(1950, 1, 1); day < new DateOnly(1960, 1, 1); day = day.AddDays(1))
            {
                var period = Period.Around(day, kind);
                Assert.True(period.Contains(day) && !period.Next.Contains(day) && !period.Previous.Contains(day));
                Assert.Equal(period.Last.AddDays(1), period.Next.First);
                Assert.Equal(period, period.Next.Previous);
                Assert.True(period.CompareTo(period.Next) < 0);
            }
        }
    }
}
