using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Customers;

/// <summary>Where a customer stands in his life with us (客户类型); derived from his deals.</summary>
public enum LifecycleType
{
    /// <summary>潜在: never bought.</summary>
    Potential = 1,

    /// <summary>新: first deal within 90 days.</summary>
    New = 2,

    /// <summary>现有</summary>
    Existing = 3,

    /// <summary>忠诚</summary>
    Loyal = 4,

    /// <summary>流失: bought before, nothing within the churn window.</summary>
    Churned = 5,
}

public static class LifecycleTypeNames
{
    public static Text Name(this LifecycleType lifecycleType) => lifecycleType switch
    {
        LifecycleType.Potential => "潜在客户",
        LifecycleType.New => "新客户",
        LifecycleType.Existing => "现有客户",
        LifecycleType.Loyal => "忠诚客户",
        LifecycleType.Churned => "流失客户",
        _ => throw new ArgumentOutOfRangeException(nameof(lifecycleType)),
    };
}
