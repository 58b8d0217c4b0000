using System.Globalization;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Fields;

/// <summary>A field as pages, lists and files use it.</summary>
/// <param name="Id">The field.</param>
/// <param name="Subject">The kind of record that has it.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Name">Its Chinese name, the header of its column in files.</param>
/// <param name="EnglishName">Its English name, when it has one.</param>
/// <param name="IsRequired">Forms and new rows of files have to fill it.</param>
/// <param name="IsListed">Lists show it as a column.</param>
/// <param name="IsArchived">It shows nowhere.</param>
/// <param name="Roles">Who sees it beside the admin.</param>
/// <param name="Options">Its choices in their order, archived ones too.</param>
public sealed record FieldDefinition(
    long Id, FieldSubject Subject, FieldType Type, string Name, string? EnglishName, bool IsRequired, bool IsListed, bool IsArchived, FieldRoles Roles, IReadOnlyList<FieldOption> Options)
{
    /// <summary>In the reader's language.</summary>
    public string Label => Translations.Current == Translations.English ? EnglishName ?? Name : Name;

    /// <summary>Its name in addresses: of the order, and of the filter.</summary>
    public string Key => "f." + Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>The property of a form's input that takes it; also what the audit trail calls it.</summary>
    public string Property => PropertyOf(Id);

    public bool IsSeenBy(Role role) => !IsArchived && Roles.Include(role);

    internal static string PropertyOf(long id) => string.Create(CultureInfo.InvariantCulture, $"Fields[{id}]");
}

/// <summary>One choice of a field.</summary>
public sealed record FieldOption(long Id, string Name, string? EnglishName, bool IsArchived)
{
    /// <summary>In the reader's language.</summary>
    public string Label => Translations.Current == Translations.English ? EnglishName ?? Name : Name;
}

/// <summary>A field and what a record has in it.</summary>
public sealed record FieldFact(FieldDefinition Field, FieldCell Cell)
{
    /// <summary>In words; null for nothing.</summary>
    public string? Words => Cell.Shown(Field);
}
