namespace SalesCrm.Application.Database;

/// <summary>One key of the key ring that protects cookies and forms; kept here so that several web nodes share it.</summary>
internal sealed class KeyRingEntry
{
    public long Id { get; private set; }
    public required string Name { get; init; }
    public required string Xml { get; init; }
}
