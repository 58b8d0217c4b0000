namespace SalesCrm.Application.Customers.Duplicates;

/// <summary>A file that may be another one's duplicate.</summary>
/// <param name="Id">Null outside the reader's scope.</param>
/// <param name="LastFollowUpAt">UTC.</param>
public sealed record DuplicateSide(long? Id, string? Name, string? Number, string? Owner, DateTime? LastFollowUpAt, int DealCount, bool IsConfidential)
{
    /// <summary>Of a file outside the reader's scope only its existence is told, and whom to ask.</summary>
    internal DuplicateSide For(bool isSeen) => isSeen ? this : new(null, null, null, Owner, null, 0, false);
}
