using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Opportunities;

/// <summary>How likely it is that an opportunity fails.</summary>
public enum RiskLevel
{
    Low = 1,
    Medium,
    High,
}

public static class RiskLevelNames
{
    public static Text Name(this RiskLevel level) => level switch
    {
        RiskLevel.Low => "低",
        RiskLevel.Medium => "中等",
        RiskLevel.High => "高",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
    };
}
