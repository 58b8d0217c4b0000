namespace SalesCrm.Application.Imports.Kinds;

/// <summary>Whether what a row tells of has taken place.</summary>
internal enum ActState
{
    Done = 1,
    Planned = 2,
    Cancelled = 3,
}
