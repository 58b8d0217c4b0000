using System.Globalization;

namespace SalesCrm.Application.Shared.Spreadsheets.Xlsx;

/// <summary>Makes a typed cell of what stands in a sheet: type mark, format index, stored value.</summary>
internal sealed class CellReading(SharedStrings strings, CellFormats formats, bool from1904)
{
    private const int DaysFrom1900To1904 = 1_462;
    private const double LastSerial = 2_958_466;

    private static readonly string[] IsoDates = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mmK"];

    public TableCell Read(int column, string? type, int format, string value) => type switch
    {
        "s" => TableCell.OfText(column, Shared(value)),
        "str" or "inlineStr" => TableCell.OfText(column, EscapedText.Decode(value)),
        "b" => TableCell.OfBoolean(column, value is "1" or "true"),
        "e" => TableCell.OfError(column, value.Length == 0 ? "#ERROR" : value),
        "d" => IsoDate(column, value),
        _ => Number(column, formats[format], value),
    };

    private string Shared(string value)
        => int.TryParse(value, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var index)
            && index < strings.Count && index >= 0
            ? strings[index]
            : throw TableRefusedException.Damaged();

    private static TableCell IsoDate(int column, string value)
    {
        var exact = Ticks(value);
        if (DateTime.TryParseExact(exact, IsoDates, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date))
        {
            return TableCell.OfDate(column, date);
        }

        return TimeOnly.TryParse(exact.TrimStart('T'), CultureInfo.InvariantCulture, out var time)
            ? TableCell.OfText(column, ClockTime(time.ToTimeSpan().TotalDays))
            : TableCell.OfInvalid(column, value);
    }

    /// <summary>Writers give more decimals of a second than a date here can hold.</summary>
    private static string Ticks(string value)
    {
        const int Decimals = 7;
        var point = value.LastIndexOf('.');
        var end = point < 0 ? -1 : value.AsSpan(point + 1).IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? value.Length - point - 1 : end;
        return point < 0 || digits <= Decimals ? value : value.Remove(point + 1 + Decimals, digits - Decimals);
    }

    private TableCell Number(int column, NumberMeaning meaning, string value)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return TableCell.OfInvalid(column, value);
        }

        return meaning switch
        {
            NumberMeaning.Date => Moment(column, value, number),
            NumberMeaning.Time when number is >= 0 and < 1 => TableCell.OfText(column, ClockTime(number)),
            NumberMeaning.Time => Moment(column, value, number),
            _ => TableCell.OfNumber(column, value.Trim(), number, meaning == NumberMeaning.Percent),
        };
    }

    private TableCell Moment(int column, string value, double serial)
    {
        // The first system counts a 29 February 1900 that never was (60) and has a day 0 before its first.
        var sound = from1904 ? serial is >= 0 and < LastSerial - DaysFrom1900To1904 : serial is (>= 1 and < 60) or (>= 61 and < LastSerial);
        if (!sound)
        {
            return TableCell.OfInvalid(column, value);
        }

        var days = from1904 ? serial + DaysFrom1900To1904 : serial < 60 ? serial + 1 : serial;
        return TableCell.OfDate(column, DateTime.FromOADate(days));
    }

    private static string ClockTime(double part)
        => TimeSpan.FromSeconds(Math.Min(Math.Round(part * 86_400), 86_399)).ToString("hh\\:mm\\:ss", CultureInfo.InvariantCulture);
}
