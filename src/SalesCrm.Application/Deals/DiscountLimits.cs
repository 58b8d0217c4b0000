using SalesCrm.Application.Settings;

namespace SalesCrm.Application.Deals;

/// <summary>How much somebody may give away of his own authority, in percent of the price; the leader of the whole company is not bound.</summary>
public sealed record DiscountLimits(int Rep, int Manager)
{
    public static DiscountLimits Default { get; } = new(10, 20);

    internal static StoredSetting<DiscountLimits> Stored { get; } = new("deals.discounts", Default);
}
