using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Competitors;

/// <summary>How far a competitor's price is from ours, in percent of ours; the upper border belongs to the band, the lower one to the band below.</summary>
public enum GapBand
{
    Unknown = 0,

    /// <summary>At most −20.</summary>
    FarBelow = 1,

    /// <summary>Above −20, at most −10.</summary>
    Below = 2,

    /// <summary>Above −10, at most 0.</summary>
    SlightlyBelow = 3,

    /// <summary>Above 0, at most 10.</summary>
    SlightlyAbove = 4,

    /// <summary>Above 10.</summary>
    Above = 5,
}

public static class GapBandNames
{
    public static Text Name(this GapBand band) => band switch
    {
        GapBand.Unknown => "价格差不清楚",
        GapBand.FarBelow => "低 20% 以上",
        GapBand.Below => "低 10%–20%",
        GapBand.SlightlyBelow => "低 0–10%",
        GapBand.SlightlyAbove => "高 0–10%",
        GapBand.Above => "高 10% 以上",
        _ => throw new ArgumentOutOfRangeException(nameof(band), band, null),
    };
}
