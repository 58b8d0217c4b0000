using SalesCrm.Application.Deals;

namespace SalesCrm.Application.Tests.Deals;

public sealed class PurchaseOutlookTests
{
    [Fact]
    public void A12_Three_purchases_90_days_apart_let_the_next_be_expected_after_90_more()
    {
        var outlook = PurchaseOutlook.Of([(new(2023, 4, 15), 1), (new(2023, 1, 15), 1), (new(2023, 7, 14), 1)], new DateOnly(2023, 8, 1));

        Assert.Equal([90, 90], outlook.Gaps);
        Assert.Equal(new DateOnly(2023, 10, 12), outlook.NextOn);
    }

    [Fact]
    public void A12_A_quarter_that_falls_by_35_percent_alarms_and_one_by_29_does_not()
    {
        var fallen = PurchaseOutlook.Of([(new(2023, 11, 1), 120_000), (new(2024, 2, 1), 50_000), (new(2024, 3, 31), 28_000), (new(2024, 4, 1), 9)], new DateOnly(2024, 4, 1));
        var held = PurchaseOutlook.Of([(new(2023, 11, 1), 100_000), (new(2024, 2, 1), 71_000)], new DateOnly(2024, 4, 1));

        Assert.Equal((120_000m, 78_000m, 0.35m, true), (fallen.Before, fallen.Last, fallen.Drop, fallen.HasDropped));
        Assert.False(held.HasDropped);
        Assert.Null(PurchaseOutlook.Of([(new(2024, 2, 1), 5)], new DateOnly(2024, 4, 1)).Drop);
    }
}
