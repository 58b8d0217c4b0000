using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Competitors;

public enum ThreatLevel
{
    Low = 1,
    Medium = 2,
    High = 3,
}

public static class ThreatLevelNames
{
    public static Text Name(this ThreatLevel level) => level switch
    {
        ThreatLevel.Low => "低",
        ThreatLevel.Medium => "中等",
        ThreatLevel.High => "高",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
    };
}
