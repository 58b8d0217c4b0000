namespace SalesCrm.Application.Deals;

/// <summary>
/// Where a deal stands among its customer's: how many it is, and the days of its neighbours. From these a period tells whether the deal is
/// the customer's first there, or the only one, without looking at the others.
/// </summary>
internal sealed record DealPlace(int Ordinal, DateOnly? PreviousOn, DateOnly? NextOn)
{
    /// <param name="days">Days of all deals of one customer, in the order of deals.</param>
    public static IEnumerable<DealPlace> Of(IReadOnlyList<DateOnly> days)
        => days.Select((_, index) => new DealPlace(index + 1, index == 0 ? null : days[index - 1], index == days.Count - 1 ? null : days[index + 1]));

    public void PutOn(Deal deal) => (deal.Ordinal, deal.PreviousOn, deal.NextOn) = (Ordinal, PreviousOn, NextOn);
}
