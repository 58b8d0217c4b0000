using SalesCrm.Application.Customers;

namespace SalesCrm.Application.Deals;

/// <summary>What a customer's deals say about him on one day.</summary>
/// <param name="Count">All deals ever.</param>
/// <param name="Total">Yuan, all deals ever.</param>
/// <param name="FirstOn">Day of the first deal.</param>
/// <param name="LastOn">Day of the last deal.</param>
/// <param name="AnnualAmount">Yuan, deals of the trailing twelve months.</param>
/// <param name="AnnualCount">Deals of the trailing twelve months.</param>
/// <param name="Lifecycle">Where he stands in his life with us.</param>
internal sealed record PurchaseFigures(
    int Count, decimal Total, DateOnly? FirstOn, DateOnly? LastOn, decimal AnnualAmount, int AnnualCount, LifecycleType Lifecycle)
{
    /// <summary>Days after his first deal for which a customer counts as new.</summary>
    public const int NewDays = 90;

    /// <summary>Months without a deal after which a customer counts as lost.</summary>
    public const int ChurnMonths = 12;

    /// <summary>Deals, spread over at least <see cref="LoyalMonths"/>, that make a customer loyal.</summary>
    public const int LoyalDeals = 3;

    public const int LoyalMonths = 12;

    /// <summary>
    /// The day after which a deal belongs to the trailing twelve months: they are the days later than the same day a year ago, up to and with
    /// <paramref name="today"/>. On 2024-04-01 they run from 2023-04-02 to 2024-04-01.
    /// </summary>
    public static DateOnly YearBefore(DateOnly today) => today.AddMonths(-12);

    public static PurchaseFigures Of(IReadOnlyCollection<(DateOnly On, decimal Amount)> deals, DateOnly today)
    {
        if (deals.Count == 0)
        {
            return new(0, 0, null, null, 0, 0, LifecycleType.Potential);
        }

        var (first, last) = (deals.Min(deal => deal.On), deals.Max(deal => deal.On));
        var annual = deals.Where(deal => deal.On > YearBefore(today) && deal.On <= today).ToList();
        return new(
            deals.Count, deals.Sum(deal => deal.Amount), first, last, annual.Sum(deal => deal.Amount), annual.Count, LifecycleOf(deals.Count, first, last, today));
    }

    /// <summary>The boundaries count: the 90th day is still new, a deal on the same day a year ago is churned.</summary>
    public static LifecycleType LifecycleOf(int count, DateOnly first, DateOnly last, DateOnly today)
    {
        if (last <= today.AddMonths(-ChurnMonths))
        {
            return LifecycleType.Churned;
        }

        if (today.DayNumber - first.DayNumber <= NewDays)
        {
            return LifecycleType.New;
        }

        return count >= LoyalDeals && last >= first.AddMonths(LoyalMonths) ? LifecycleType.Loyal : LifecycleType.Existing;
    }
}
