namespace SalesCrm.Application.Database;

/// <summary>A record whose every change leaves an audit entry in the same transaction.</summary>
internal interface IAudited
{
    long Id { get; }
}
