using System.Globalization;
using SalesCrm.Application.Imports.Kinds;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Shared.Values;

namespace SalesCrm.Application.Imports.Mapping;

/// <summary>Reads a cell; null where it is empty, a reason where it cannot be read.</summary>
internal delegate Reading<object> FieldReader(TableCell cell);

/// <summary>The ways in which cells are read. Nothing is guessed: what could mean two things is refused.</summary>
internal static class FieldReaders
{
    public const int LongestPhone = 30;

    private const int ExactDigits = 15;

    public static FieldReader Line(int max) => cell => Boxed(TextOf(cell), text => CleanText.ReadLine(text, max));

    public static FieldReader Lines(int max) => cell => Boxed(TextOf(cell), text => CleanText.ReadLines(text, max));

    /// <summary>One line about a person, in which a dash, a stroke or 无 says that there is nothing.</summary>
    public static FieldReader Person(int max) => cell => Boxed(TextOf(cell), text => TypedText.IsNothing(text) ? default(Reading<string>) : CleanText.ReadLine(text, max));

    /// <summary>Whatever stands there is kept; the row says where it is no address.</summary>
    public static FieldReader Email { get; } = Person(EmailKey.Longest);

    public static FieldReader Province { get; } = cell => Boxed(TextOf(cell), text => CleanText.ReadLine(text, 50) is var line && line.IsRefused ? line : PlaceNames.Province(line.Value));

    public static FieldReader Money { get; } = cell => cell.Kind == CellKind.Number
        ? Amount(cell)
        : Boxed(TextOf(cell), text => MoneyText.Read(text));

    public static FieldReader Count { get; } = cell => Boxed(TextOf(cell), text => CountText.Read(text));

    public static FieldReader Percent { get; } = cell => cell is { Kind: CellKind.Number, IsPercent: true, Decimal: { } share }
        ? Value(share * 100)
        : Boxed(TextOf(cell), text => PercentText.Read(text));

    public static FieldReader Days { get; } = cell => Boxed(TextOf(cell), text => PercentText.Read(text?.TrimEnd('天')));

    public static FieldReader Date { get; } = cell => cell.Kind == CellKind.Date
        ? DayOf(cell.Date)
        : Boxed(TextOf(cell), DayIn);

    public static FieldReader DateTime { get; } = cell => cell.Kind == CellKind.Date
        ? MomentOf(cell.Date)
        : Boxed(TextOf(cell), text => DateTimeText.Read(text));

    public static FieldReader YesNo { get; } = cell => cell.Kind == CellKind.Boolean ? Value(cell.Boolean) : Boxed(TextOf(cell), text => YesNoText.Read(text));

    /// <summary>Whether the customer began it: yes or no, or the direction of a call.</summary>
    public static FieldReader Direction { get; } = cell => TextOf(cell) is { IsRefused: false, Value: { } text } && FieldWords.Directions.TryGetValue(NameKey.Of(text), out var isInbound) ? Value(isInbound) : YesNo(cell);

    public static FieldReader Grade { get; } = cell => TextOf(cell) is { IsRefused: false, Value: { } text } && GradeText.Read(text) is { IsRefused: false, Value: { } grade }
        ? Value(new GradeCell(grade, text.Trim()))
        : Boxed(TextOf(cell), text => GradeText.Read(text));

    public static FieldReader Contact { get; } = cell => Boxed(TextOf(cell), text => ContactCell.Read(text));

    public static FieldReader Risk { get; } = cell => Boxed(TextOf(cell), text => TypedText.Folded(text) is null ? default(Reading<RiskText?>) : new(RiskText.Read(text), null));

    public static FieldReader Period { get; } = cell => Boxed(TextOf(cell), text => PeriodText.Read(text));

    /// <summary>A number to call. A name, an address or a second number beside it are let through, because columns such as 联系方式 hold them; the row divides them.</summary>
    public static FieldReader Phone { get; } = cell =>
    {
        var text = TextOf(cell);
        return !text.IsRefused && PhoneKey.LooksLikeExponent(text.Value ?? "")
            ? Reading<object>.Refused("号码被表格改成了科学计数法，请把单元格设为文本后重新填写")
            : ReachText.In(text.Value) is null ? Person(LongestPhone)(cell)
            : Boxed(text, several => CleanText.ReadLine(several?.ReplaceLineEndings(" "), EmailKey.Longest));
    };

    /// <summary>A date alone, or words with a date in them; which year is meant the row decides.</summary>
    public static FieldReader Plan { get; } = cell => cell.Kind == CellKind.Date
        ? DayOf(cell.Date)
        : Boxed(TextOf(cell), text => TypedText.Folded(text) is null ? default(Reading<string>) : CleanText.ReadLine(text, 250));

    /// <summary>One of a set of names, in any script, width and case.</summary>
    public static FieldReader OneOf<T>(IReadOnlyDictionary<string, T> names, Func<string, Text> refuse)
        where T : struct
    {
        var keys = names.GroupBy(name => NameKey.Of(name.Key), StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Value, StringComparer.Ordinal);
        return cell => Boxed(TextOf(cell), text => TypedText.Folded(text) is not { } folded ? default(Reading<T?>)
            : keys.TryGetValue(NameKey.Of(folded), out var value) ? new Reading<T?>(value, null)
            : Reading<T?>.Refused(refuse(TypedText.Quoted(text!))));
    }

    /// <summary>What stands in the cell, as a person would read it; null when empty.</summary>
    public static Reading<string> TextOf(TableCell cell) => cell.Kind switch
    {
        CellKind.Empty or CellKind.Error => default,
        CellKind.Invalid => Reading<string>.Refused(cell.Problem!.Value),
        CellKind.Number when cell.Decimal is { } number => Digits(number) > ExactDigits
            ? Reading<string>.Refused("数字超过 15 位，表格里的尾数已丢失，请把单元格设为文本后重新填写")
            : number.ToString("0.############", CultureInfo.InvariantCulture),
        _ => cell.Raw,
    };

    private static Reading<object> Value(object value) => new(value, null);

    private static int Digits(decimal number) => number == 0 ? 1 : (int)Math.Floor(Math.Log10((double)Math.Abs(number))) + 1;

    private static Reading<object> Amount(TableCell cell)
    {
        if (cell.Decimal is not { } amount)
        {
            return Reading<object>.Refused(MoneyText.OutOfRange);
        }

        return MoneyText.ProblemOf(amount) is { } problem ? Reading<object>.Refused(problem) : Value(decimal.Round(amount, 2));
    }

    private static Reading<object> MomentOf(DateTime moment)
    {
        var day = DateOnly.FromDateTime(moment);
        return BusinessDates.Has(day)
            ? Value(new DayAndTime(day, moment.TimeOfDay == TimeSpan.Zero ? null : TimeOnly.FromDateTime(moment)))
            : Reading<object>.Refused(BusinessDates.OutOfRange);
    }

    private static Reading<object> DayOf(DateTime moment)
    {
        var day = DateOnly.FromDateTime(moment);
        return BusinessDates.Has(day) ? Value(day) : Reading<object>.Refused(BusinessDates.OutOfRange);
    }

    private static Reading<object> Boxed<T>(Reading<string> text, Func<string?, Reading<T>> read)
    {
        if (text.IsRefused)
        {
            return Reading<object>.Refused(text.Problem.Value);
        }

        var reading = read(text.Value);
        return new Reading<object>(reading.Value, reading.Problem);
    }

    /// <summary>A day may have a time behind it.</summary>
    private static Reading<DateOnly?> DayIn(string? text)
    {
        var day = DateText.Read(text);
        return day.IsRefused && DateTimeText.Read(text) is { IsRefused: false, Value: { } moment } ? new Reading<DateOnly?>(moment.Date, null) : day;
    }
}

/// <summary>A grade, and the words in which the file says it.</summary>
internal sealed record GradeCell(Grading.Grade Grade, string Words);
