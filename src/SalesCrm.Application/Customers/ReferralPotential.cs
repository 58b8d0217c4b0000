namespace SalesCrm.Application.Customers;

/// <summary>How likely a customer is to bring others (推荐潜力); judged by a person.</summary>
public enum ReferralPotential
{
    Low = 1,
    Medium = 2,
    High = 3,
}
