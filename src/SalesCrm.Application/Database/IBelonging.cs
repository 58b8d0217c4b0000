namespace SalesCrm.Application.Database;

/// <summary>A record that says something of another one to which no key leads: it stays as long as that one does.</summary>
internal interface IBelonging
{
    /// <summary>The other record, as the audit trail names it.</summary>
    (string Subject, long Id) BelongsTo { get; }
}
