using SalesCrm.Application.Database;

namespace SalesCrm.Application.Fields;

/// <summary>A field that the admin added to a kind of record.</summary>
internal sealed class CustomField : IAudited, IVersioned, IReference
{
    public long Id { get; private set; }
    public FieldSubject Subject { get; init; }
    public FieldType Type { get; set; }

    /// <summary>Chinese name, unique within its kind of record; the header of its column in files.</summary>
    public required string Name { get; set; }

    public string? EnglishName { get; set; }
    public int Position { get; set; }
    public bool IsRequired { get; set; }

    /// <summary>The list of its records shows it as a column.</summary>
    public bool IsListed { get; set; }

    public FieldRoles Roles { get; set; }

    /// <summary>An archived field shows nowhere; its values stay, for the day when it comes back.</summary>
    public bool IsArchived { get; set; }

    public ICollection<FieldChoice> Choices { get; } = [];
    public Guid Version { get; set; }
}

/// <summary>One of the choices of a field. An archived one stays on the records that have it and is no longer offered.</summary>
internal sealed class FieldChoice : IAudited, IReference
{
    public long Id { get; private set; }
    public long FieldId { get; init; }
    public required string Name { get; set; }
    public string? EnglishName { get; set; }
    public bool IsArchived { get; set; }
}
