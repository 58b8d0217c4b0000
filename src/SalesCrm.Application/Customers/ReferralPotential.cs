using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Customers;

/// <summary>How likely a customer is to bring others (推荐潜力); judged by a person.</summary>
public enum ReferralPotential
{
    Low = 1,
    Medium = 2,
    High = 3,
}

public static class ReferralPotentialNames
{
    public static Text Name(this ReferralPotential referralPotential) => referralPotential switch
    {
        ReferralPotential.Low => "低",
        ReferralPotential.Medium => "中",
        ReferralPotential.High => "高",
        _ => throw new ArgumentOutOfRangeException(nameof(referralPotential)),
    };
}
