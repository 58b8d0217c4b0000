using System.Globalization;
using System.Text.Json;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Application.Shared.Values;

namespace SalesCrm.Application.Fields;

/// <summary>
/// A stored value: a text, or one whole number whatever else the field holds, so that both engines compare and index it alike. Numbers are
/// in ten-thousandths, money in fen, dates are day numbers, choices their ids, yes is 1 and no 0.
/// </summary>
public readonly record struct FieldCell(long? Number, string? Text)
{
    /// <summary>Characters.</summary>
    public const int LongestText = 200;

    /// <summary>Decimals of a number that are kept.</summary>
    internal const int Decimals = 4;

    private const decimal NumberUnit = 10_000m;
    private const decimal MoneyUnit = 100m;

    public bool IsEmpty => Number is null && Text is null;

    internal static FieldCell OfText(string? text) => new(null, text);

    internal static FieldCell OfNumber(decimal? number) => new(number is { } value ? (long)(value * NumberUnit) : null, null);

    internal static FieldCell OfMoney(decimal? yuan) => new(yuan is { } value ? (long)(value * MoneyUnit) : null, null);

    internal static FieldCell OfDate(DateOnly? day) => new(day?.DayNumber, null);

    internal static FieldCell OfChoice(long? id) => new(id, null);

    internal static FieldCell OfYesNo(bool? yes) => new(yes is { } value ? value ? 1 : 0 : null, null);

    /// <summary>As a page shows it, in the reader's language; null for nothing.</summary>
    public string? Shown(FieldDefinition field) => Said(field, "#,##0.####", "#,##0.00", day => DayWords.Of(day), option => option.Label, yes => Translations.Current.Say(YesNoText.Name(yes)));

    /// <summary>As a form holds it.</summary>
    public string? Typed(FieldDefinition field) => Said(field, "0.####", "0.##", Plain, option => option.Id.ToString(CultureInfo.InvariantCulture), yes => yes ? "true" : "false");

    /// <summary>As a file says it, in Chinese.</summary>
    internal string? Written(FieldDefinition field) => Said(field, "0.####", "0.##", Plain, option => option.Name, yes => YesNoText.Name(yes).Format);

    /// <summary>As a cell of a workbook.</summary>
    internal SheetCell ToSheet(FieldDefinition field) => field.Type switch
    {
        FieldType.Number => SheetCell.Of(Number / NumberUnit),
        FieldType.Money => SheetCell.Of(Number / MoneyUnit, NumberStyle.Money),
        FieldType.Date => SheetCell.Of(DayOf(Number)),
        _ => SheetCell.Of(Written(field)),
    };

    /// <summary>As the audit trail keeps it.</summary>
    internal object? Plain(FieldType type) => type switch
    {
        FieldType.Text => Text,
        FieldType.Number => Number / NumberUnit,
        FieldType.Money => Number / MoneyUnit,
        FieldType.Date => DayOf(Number) is { } day ? Plain(day) : null,
        FieldType.YesNo => Number is { } yes ? yes != 0 : null,
        _ => Number,
    };

    /// <summary>Back from what the audit trail keeps.</summary>
    internal static FieldCell OfPlain(FieldType type, JsonElement plain) => plain.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? default : type switch
    {
        FieldType.Text => OfText(plain.GetString()),
        FieldType.Number => OfNumber(plain.GetDecimal()),
        FieldType.Money => OfMoney(plain.GetDecimal()),
        FieldType.Date => OfDate(DateOnly.ParseExact(plain.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        FieldType.YesNo => OfYesNo(plain.GetBoolean()),
        _ => OfChoice(plain.GetInt64()),
    };

    private string? Said(FieldDefinition field, string numberFormat, string moneyFormat, Func<DateOnly, string> date, Func<FieldOption, string> choice, Func<bool, string> yesNo)
    {
        var (number, culture) = (Number, CultureInfo.InvariantCulture);
        return field.Type == FieldType.Text ? Text : number is null ? null : field.Type switch
        {
            FieldType.Number => (number.Value / NumberUnit).ToString(numberFormat, culture),
            FieldType.Money => (number.Value / MoneyUnit).ToString(moneyFormat, culture),
            FieldType.Date => DayOf(number) is { } day ? date(day) : null,
            FieldType.YesNo => yesNo(number != 0),
            _ => field.Options.FirstOrDefault(option => option.Id == number) is { } option ? choice(option) : null,
        };
    }

    private static string Plain(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? DayOf(long? number) => number is >= 0 and <= 3_652_058 ? DateOnly.FromDayNumber((int)number.Value) : null;
}
