using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Customers;

/// <summary>Why a customer stands where he stands in his life with us.</summary>
public static class LifecycleReason
{
    public static Text Of(LifecycleType lifecycle, int deals, DateOnly? firstOn, DateOnly? lastOn) => lifecycle switch
    {
        LifecycleType.Potential => "还没有成交",
        LifecycleType.New => new Text("首次成交 {0:yyyy-MM-dd}，未满 90 天", firstOn),
        LifecycleType.Existing => new Text("{0} 次成交，最近 {1:yyyy-MM-dd}", deals, lastOn),
        LifecycleType.Loyal => new Text("{0} 次成交，自 {1:yyyy-MM-dd} 起满 12 个月，最近 {2:yyyy-MM-dd}", deals, firstOn, lastOn),
        LifecycleType.Churned => new Text("最近成交 {0:yyyy-MM-dd}，已满 12 个月没有再买", lastOn),
        _ => throw new ArgumentOutOfRangeException(nameof(lifecycle)),
    };
}
