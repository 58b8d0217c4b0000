using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Web.Pages.Shared;

/// <summary>The fields of the admin's own in a form.</summary>
/// <param name="Subject">The kind of record.</param>
/// <param name="Fields">What they hold, by their ids.</param>
public sealed record OwnForm(FieldSubject Subject, Dictionary<long, string?> Fields)
{
    /// <summary>What a select of the field offers; an archived choice only where the record has it.</summary>
    public static IEnumerable<SelectListItem>? Items(FieldDefinition field, string? value) => field.Type switch
    {
        FieldType.Choice => field.Options.Where(option => !option.IsArchived || IdOf(option) == value).Select(option => new SelectListItem(option.Label, IdOf(option))),
        FieldType.YesNo => [new(Translations.Current.Say("是"), "true"), new(Translations.Current.Say("否"), "false")],
        _ => null,
    };

    /// <summary>The control that suits the field.</summary>
    public static string Control(FieldType type) => type switch
    {
        FieldType.Date => "date",
        FieldType.Number or FieldType.Money => "number",
        FieldType.Choice or FieldType.YesNo => "select",
        _ => "text",
    };

    /// <summary>Words for what the field holds in a form.</summary>
    public static string? Words(FieldDefinition field, string? value) => Items(field, value)?.FirstOrDefault(item => item.Value == value)?.Text ?? value;

    public static string IdOf(FieldOption option) => option.Id.ToString(CultureInfo.InvariantCulture);
}
