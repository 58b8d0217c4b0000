namespace SalesCrm.Application.Competitors;

public enum ThreatLevel
{
    Low = 1,
    Medium = 2,
    High = 3,
}
