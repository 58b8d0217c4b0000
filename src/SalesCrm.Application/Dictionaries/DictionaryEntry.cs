using SalesCrm.Application.Database;

namespace SalesCrm.Application.Dictionaries;

/// <summary>One word of a list that the admin keeps: industries, sources, company sizes, reasons of loss.</summary>
internal sealed class DictionaryEntry : IAudited, IVersioned, IReference
{
    public long Id { get; private set; }
    public DictionaryKind Kind { get; init; }

    /// <summary>Chinese name, unique within its kind.</summary>
    public required string Name { get; set; }

    public string? EnglishName { get; set; }
    public int Position { get; set; }

    /// <summary>Archived words stay on old records and are no longer offered.</summary>
    public bool IsArchived { get; set; }

    public Guid Version { get; set; }
}
