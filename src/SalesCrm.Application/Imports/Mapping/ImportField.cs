using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Imports.Mapping;

/// <summary>One field that a kind of import can fill.</summary>
/// <param name="Name">As profiles write it.</param>
/// <param name="Label">As people read it.</param>
/// <param name="Read">Turns a cell into a value.</param>
internal sealed record ImportField(string Name, Text Label, FieldReader Read)
{
    public bool IsRequired { get; init; }

    /// <summary>Other names that a column may have.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>Several columns may fill it together.</summary>
    public bool Joins { get; init; }

    /// <summary>A row that fills one of these need not fill this.</summary>
    public IReadOnlyList<string> Instead { get; init; } = [];

    /// <summary>A day, or a moment.</summary>
    public bool IsDay => Read == FieldReaders.Date || Read == FieldReaders.DateTime || Read == FieldReaders.Plan;

    public ImportField Required() => this with { IsRequired = true };

    public ImportField RequiredUnless(params string[] others) => this with { IsRequired = true, Instead = others };

    public ImportField Joining() => this with { Joins = true };
}
