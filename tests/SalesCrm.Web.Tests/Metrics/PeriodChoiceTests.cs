using SalesCrm.Application.Shared.Time;
using SalesCrm.Web.Pages.Metrics;

namespace SalesCrm.Web.Tests.Metrics;

public sealed class PeriodChoiceTests
{
    [Theory]
    [InlineData("2026Q4", PeriodKind.Month, "2026-11")]
    [InlineData("2026", PeriodKind.Quarter, "2026Q4")]
    [InlineData("2026", PeriodKind.Month, "2026-11")]
    [InlineData("2026Q3", PeriodKind.Month, "2026-09")]
    [InlineData("2027Q1", PeriodKind.Month, "2027-03")]
    [InlineData("2026-11", PeriodKind.Quarter, "2026Q4")]
    [InlineData("2026-11", PeriodKind.Month, "2026-11")]
    public void A_narrower_period_is_the_one_of_today_or_the_last(string from, PeriodKind kind, string expected)
    {
        Assert.True(Period.TryParse(from, out var period));
        Assert.Equal(expected, new PeriodChoice(period).As(kind, new DateOnly(2026, 11, 23)).ToString());
    }
}
