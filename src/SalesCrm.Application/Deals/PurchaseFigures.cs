using SalesCrm.Application.Customers;

namespace SalesCrm.Application.Deals;

/// <summary>What a customer's deals say about him on one day.</summary>
/// <param name="Count">All deals ever.</param>
/// <param name="Total">Yuan, all deals ever.</param>
/// <param name="FirstOn">Day of the first deal.</param>
/// <param name="LastOn">Day of the last deal.</param>
/// <param name="AnnualAmount">Yuan, deals of the trailing twelve months.</param>
/// <param name="AnnualCount">Deals of the trailing twelve months.</param>
internal sealed record PurchaseFigures(
    int Count, decimal Total, DateOnly? FirstOn, DateOnly? LastOn, decimal AnnualAmount, int AnnualCount)
{
    /// <summary>
    /// The day after which a deal belongs to the trailing twelve months: they are the days later than the same day a year ago, up to and with
    /// <paramref name="today"/>. On 2024-04-01 they run from 2023-04-02 to 2024-04-01.
    /// </summary>
    public static DateOnly YearBefore(DateOnly today) => today.AddMonths(-12);

    public static PurchaseFigures Of(IReadOnlyCollection<(DateOnly On, decimal Amount)> deals, DateOnly today)
    {
        if (deals.Count == 0)
        {
            return new(0, 0, null, null, 0, 0);
        }

        var (first, last) = (deals.Min(deal => deal.On), deals.Max(deal => deal.On));
        var annual = deals.Where(deal => deal.On > YearBefore(today) && deal.On <= today).ToList();
        return new(deals.Count, deals.Sum(deal => deal.Amount), first, last, annual.Sum(deal => deal.Amount), annual.Count);
    }

    /// <summary>Beside the customer's file, with the lifecycle type that follows.</summary>
    public void PutOn(Customer customer, LifecycleRules rules, DateOnly today)
    {
        (customer.DealCount, customer.DealTotal) = (Count, Total);
        (customer.FirstDealOn, customer.LastDealOn) = (FirstOn, LastOn);
        (customer.AnnualAmount, customer.AnnualDealCount) = (AnnualAmount, AnnualCount);
        customer.AsOf = today;
        customer.Live(rules, today);
    }
}
