namespace SalesCrm.Application.Fields;

/// <summary>What one record has in one field. No row where it has nothing.</summary>
internal sealed class FieldValue
{
    /// <summary>A record of the field's kind.</summary>
    public long RecordId { get; init; }
    public long FieldId { get; init; }

    /// <summary>Everything but text, as <see cref="FieldCell"/> tells.</summary>
    public long? Number { get; set; }
    public string? Text { get; set; }

    /// <summary>Whose value it is, for the audit trail; set by who writes it.</summary>
    public FieldOwner? Owner { get; set; }

    public FieldCell Cell => new(Number, Text);
}

/// <param name="Field">The field.</param>
/// <param name="CustomerId">The customer to whose file the record belongs, when there is one.</param>
internal sealed record FieldOwner(FieldDefinition Field, long? CustomerId);
