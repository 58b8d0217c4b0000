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
