namespace SalesCrm.Application.Database;

/// <summary>One line of the audit trail: who did what to which record, when, old → new. Never changed, never deleted.</summary>
internal sealed class AuditEntry
{
    public long Id { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>0 when the system itself acted.</summary>
    public long UserId { get; init; }

    public AuditAct Act { get; init; }

    /// <summary>The entity's class name, or the name of what was done for acts without a record (<c>Export</c>, <c>SignIn</c>).</summary>
    public required string Subject { get; init; }

    public long SubjectId { get; init; }

    /// <summary>The customer to whose file the change belongs, when there is one.</summary>
    public long? CustomerId { get; init; }

    /// <summary>The field of the admin's own that the change is about; whoever may not see the field does not see the entry.</summary>
    public long? FieldId { get; init; }

    /// <summary>JSON object: property → [old, new]; for acts without a record, whatever describes them.</summary>
    public string? Changes { get; init; }

    /// <summary>One business act may touch several records; they share this.</summary>
    public Guid OperationId { get; init; }
}

/// <summary>What an audit entry records.</summary>
public enum AuditAct
{
    Created = 1,
    Changed = 2,
    Deleted = 3,
    Exported = 4,
    Imported = 5,
    SignedIn = 6,
    SignInFailed = 7,
    SignedOut = 8,
    Refused = 9,
}
