using System.Globalization;
using System.Text.RegularExpressions;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Values;

namespace SalesCrm.Application.Fields;

/// <summary>Reads what somebody typed into a field of the admin's own; nothing where it was left empty.</summary>
internal static partial class FieldTyping
{
    private const decimal Most = 99_999_999_999m;

    /// <param name="field">The field.</param>
    /// <param name="typed">As typed; a choice by its id or its name.</param>
    /// <param name="kept">What the record has, so that an archived choice may stay.</param>
    /// <param name="fromFile">Files name choices by their names alone, archived ones too: what was exported comes back.</param>
    public static Reading<FieldCell?> Read(FieldDefinition field, string? typed, FieldCell kept = default, bool fromFile = false)
    {
        return field.Type switch
        {
            FieldType.Text => Of(CleanText.ReadLine(typed, FieldCell.LongestText), FieldCell.OfText),
            FieldType.Number => Of(ReadNumber(typed), number => FieldCell.OfNumber(number)),
            FieldType.Money => Of(MoneyText.Read(typed), yuan => FieldCell.OfMoney(yuan)),
            FieldType.Date => Of(DateText.Read(typed), day => FieldCell.OfDate(day)),
            FieldType.YesNo => Of(YesNoText.Read(typed), yes => FieldCell.OfYesNo(yes)),
            _ => ReadChoice(field, typed, kept, fromFile),
        };

        static Reading<FieldCell?> Of<T>(Reading<T> reading, Func<T?, FieldCell> cell)
            => reading.IsRefused ? Reading<FieldCell?>.Refused(reading.Problem.Value) : cell(reading.Value) is { IsEmpty: false } some ? some : default(FieldCell?);
    }

    public static Reading<decimal?> ReadNumber(string? typed)
    {
        if (TypedText.Folded(typed) is not { } text)
        {
            return default(decimal?);
        }

        if (!Number().IsMatch(text) || !decimal.TryParse(text.Replace(",", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
        {
            return Reading<decimal?>.Refused(new Text("“{0}”不是数字", TypedText.Quoted(typed!)));
        }

        if (Math.Abs(number) > Most)
        {
            return Reading<decimal?>.Refused("数字应在 −99,999,999,999 至 99,999,999,999 之间");
        }

        return decimal.Round(number, FieldCell.Decimals) == number ? number : Reading<decimal?>.Refused("数字最多四位小数");
    }

    private static Reading<FieldCell?> ReadChoice(FieldDefinition field, string? typed, FieldCell kept, bool fromFile)
    {
        if (CleanText.Line(typed) is not { } text)
        {
            return default(FieldCell?);
        }

        var option = !fromFile && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? field.Options.FirstOrDefault(option => option.Id == id) : null;
        var key = NameKey.Of(text);
        option ??= field.Options.FirstOrDefault(option => NameKey.Of(option.Name) == key || NameKey.Of(option.EnglishName) == key);
        return option is null ? Reading<FieldCell?>.Refused(new Text("“{0}”不在选项里，可选：{1}", TypedText.Quoted(text), string.Join('、', field.Options.Where(one => !one.IsArchived).Select(one => one.Name))))
            : option.IsArchived && !fromFile && option.Id != kept.Number ? Reading<FieldCell?>.Refused("这个选项已不可用，请重新选择")
            : FieldCell.OfChoice(option.Id);
    }

    [GeneratedRegex(@"^[-−+]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
