namespace SalesCrm.Application.Opportunities;

public enum RiskLevel
{
    Low = 1,
    Medium = 2,
    High = 3,
}
