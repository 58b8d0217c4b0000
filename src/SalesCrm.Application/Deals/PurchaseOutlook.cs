namespace SalesCrm.Application.Deals;

/// <summary>What the days and amounts of a customer's deals let one expect.</summary>
/// <param name="Gaps">Days between each deal's day and the next, oldest first.</param>
/// <param name="NextOn">The last day of purchase and the mean gap; null before the second.</param>
/// <param name="Before">Yuan bought in the quarter before the last whole one.</param>
/// <param name="Last">Yuan bought in the last whole quarter.</param>
public sealed record PurchaseOutlook(IReadOnlyList<int> Gaps, DateOnly? NextOn, decimal Before, decimal Last)
{
    /// <summary>A quarter that is smaller by this part of the one before asks for attention.</summary>
    public const decimal AlarmingDrop = 0.30m;

    /// <summary>0–1; null when nothing was bought before.</summary>
    public decimal? Drop => Before > 0 ? (Before - Last) / Before : null;

    public bool HasDropped => Drop >= AlarmingDrop;

    /// <param name="deals">In any order.</param>
    /// <param name="today">The company's day.</param>
    public static PurchaseOutlook Of(IReadOnlyCollection<(DateOnly On, decimal Amount)> deals, DateOnly today)
    {
        var days = deals.Select(deal => deal.On).Distinct().Order().ToList();
        var gaps = days.Zip(days.Skip(1), (one, next) => next.DayNumber - one.DayNumber).ToList();
        var thisQuarter = new DateOnly(today.Year, (((today.Month - 1) / 3) * 3) + 1, 1);
        return new(
            gaps, gaps.Count == 0 ? null : days[^1].AddDays((int)Math.Round(gaps.Average(), MidpointRounding.AwayFromZero)),
            SumOf(thisQuarter.AddMonths(-6), thisQuarter.AddMonths(-3)), SumOf(thisQuarter.AddMonths(-3), thisQuarter));

        decimal SumOf(DateOnly from, DateOnly until) => deals.Where(deal => deal.On >= from && deal.On < until).Sum(deal => deal.Amount);
    }
}
