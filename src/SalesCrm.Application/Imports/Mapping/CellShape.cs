using System.Globalization;
using System.Text.RegularExpressions;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Values;

namespace SalesCrm.Application.Imports.Mapping;

/// <summary>Brings a cell into the shape that the field's reader knows, by the rule of the profile.</summary>
internal static partial class CellShape
{
    /// <param name="cell">As the file has it.</param>
    /// <param name="rule">None for a plain column.</param>
    /// <param name="field">Decides whether a day is meant.</param>
    /// <param name="days">How days are meant where the rule does not say.</param>
    public static TableCell Of(TableCell cell, FieldRule? rule, ImportField field, DayShape days)
    {
        if (cell.IsEmpty)
        {
            return cell;
        }

        if (rule is { Html: true } && cell.Kind == CellKind.Text)
        {
            cell = TableCell.OfText(cell.Column, PlainText.OfHtml(cell.Raw));
        }

        if (rule?.Split is { Length: > 0 } separator)
        {
            var parts = cell.Raw.Split(separator, StringSplitOptions.TrimEntries);
            var part = rule.Part is { } wanted and not 0 ? wanted : 1;
            cell = TableCell.OfText(cell.Column, parts.ElementAtOrDefault(part > 0 ? part - 1 : parts.Length + part) ?? "");
        }

        if (rule is { Number: true } && cell.Kind == CellKind.Text)
        {
            cell = NumberIn(cell, rule.Decimal ?? ".");
        }

        if (rule?.Most is > 0 and var most && cell.Kind == CellKind.Text && cell.Raw.Trim().Length > most)
        {
            cell = TableCell.OfText(cell.Column, CleanText.Shortened(cell.Raw.Trim(), most - 1));
        }

        return field.IsDay && !cell.IsEmpty ? Moment(cell, rule, days) : cell;
    }

    private static TableCell NumberIn(TableCell cell, string point)
    {
        var text = cell.Raw.Trim();
        var isNegative = text.Contains('-', StringComparison.Ordinal) || (text.StartsWith('(') && text.EndsWith(')'));
        var digits = string.Concat(text.Where(character => char.IsAsciiDigit(character) || point.Contains(character, StringComparison.Ordinal)).Select(character => char.IsAsciiDigit(character) ? character : '.'));
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? TableCell.OfText(cell.Column, (isNegative ? -number : decimal.Round(number, 2, MidpointRounding.AwayFromZero)).ToString("0.##", CultureInfo.InvariantCulture))
            : cell;
    }

    private static TableCell Moment(TableCell cell, FieldRule? rule, DayShape days)
    {
        var zone = days.Zone;
        var source = string.IsNullOrEmpty(rule?.Zone) ? null : TimeZoneInfo.FindSystemTimeZoneById(rule.Zone);
        if (cell.Kind == CellKind.Date)
        {
            return source is null || cell.Date.TimeOfDay == TimeSpan.Zero ? cell : TableCell.OfDate(cell.Column, TimeZoneInfo.ConvertTime(cell.Date, source, zone));
        }

        var text = cell.Raw.Trim();
        if (rule?.Date is { Count: > 0 } formats)
        {
            foreach (var format in formats)
            {
                if (format.AsSpan().ContainsAny('z', 'K') && DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var known))
                {
                    return TableCell.OfDate(cell.Column, TimeZoneInfo.ConvertTime(known, zone).DateTime);
                }

                if (DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var exact))
                {
                    return Local(exact, format.Contains('H', StringComparison.OrdinalIgnoreCase));
                }
            }

            return TableCell.OfInvalid(cell.Column, text);
        }

        if (days.Order is { } order && YearLast.Turned(text, order) is var turned && turned != text)
        {
            (text, cell) = (turned, TableCell.OfText(cell.Column, turned));
        }

        if (Instant().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
        {
            return TableCell.OfDate(cell.Column, TimeZoneInfo.ConvertTime(instant, zone).DateTime);
        }

        return source is not null && DateTimeText.Read(text) is { IsRefused: false, Value: { Time: { } time } moment } ? Local(moment.Date.ToDateTime(time), true) : cell;

        TableCell Local(DateTime moment, bool hasTime) => TableCell.OfDate(cell.Column, source is null || !hasTime ? moment : TimeZoneInfo.ConvertTime(moment, source, zone));
    }

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,7})?)?(Z|[+-][0-9]{2}:?[0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Instant();
}
