namespace SalesCrm.Application.Database;

/// <summary>What was done to many records at once.</summary>
public enum ActKind
{
    Import = 1,
    Merge = 2,
    Assign = 3,
    Archive = 4,
    Restore = 5,
    Edit = 6,
    Handover = 7,
    Release = 8,
    Claim = 9,
}
