using SalesCrm.Application.Deals;

namespace SalesCrm.Application.Tests.Deals;

public sealed class PurchaseFiguresTests
{
    private static readonly DateOnly Today = new(2024, 4, 1);

    [Fact]
    public void The_trailing_year_begins_the_day_after_the_same_day_a_year_ago()
    {
        var figures = PurchaseFigures.Of([(new(2023, 4, 1), 1m), (new(2023, 4, 2), 20m), (new(2024, 4, 1), 300m), (new(2024, 4, 2), 4000m)], Today);
        Assert.Equal((320m, 2, 4, 4321m), (figures.AnnualAmount, figures.AnnualCount, figures.Count, figures.Total));
    }

    [Fact]
    public void Sales_days_run_from_the_earlier_of_identification_and_first_contact()
    {
        var on = new DateOnly(2024, 3, 31);
        Assert.Equal(30, SalesCycle.Days(on, new(2024, 3, 1), new(2024, 3, 5)));
        Assert.Equal(31, SalesCycle.Days(on, new(2024, 3, 1), new(2024, 2, 29)));
        Assert.Equal(31, SalesCycle.Days(on, null, new(2024, 2, 29)));
        Assert.Null(SalesCycle.Days(on, null, null));
    }
}
