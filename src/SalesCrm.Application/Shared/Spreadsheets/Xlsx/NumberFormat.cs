namespace SalesCrm.Application.Shared.Spreadsheets.Xlsx;

internal enum NumberMeaning : byte
{
    Number,
    Percent,
    Date,

    /// <summary>A time of day, when it is less than one day.</summary>
    Time,
}

/// <summary>Tells from a number format whether it shows a number, a percentage, a date or a time.</summary>
internal static class NumberFormat
{
    /// <summary>The formats that need no code; 27-36 and 50-58 are the dates and times of East Asian versions.</summary>
    public static NumberMeaning MeaningOf(int id) => id switch
    {
        9 or 10 => NumberMeaning.Percent,
        (>= 14 and <= 17) or 22 => NumberMeaning.Date,
        (>= 18 and <= 21) or 45 or 47 => NumberMeaning.Time,
        (>= 32 and <= 35) or 55 or 56 => NumberMeaning.Time,
        (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => NumberMeaning.Date,
        _ => NumberMeaning.Number,
    };

    public static NumberMeaning MeaningOf(string code)
    {
        var (day, month, clock, percent) = (false, false, false, false);
        for (var at = 0; at < code.Length && code[at] != ';'; at++)
        {
            switch (char.ToLowerInvariant(code[at]))
            {
                case '"':
                    at = End(code, at + 1, '"');
                    break;
                case '[':
                    var end = End(code, at + 1, ']');
                    if (IsDuration(code.AsSpan(at + 1, end - at - 1)))
                    {
                        return NumberMeaning.Number;
                    }

                    at = end;
                    break;
                case '\\' or '_' or '*':
                    at++;
                    break;
                case 'g' when code.AsSpan(at).StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    at += "General".Length - 1;
                    break;
                case 'e' when at + 1 < code.Length && code[at + 1] is '+' or '-':
                    return NumberMeaning.Number;
                case 'y' or 'd' or 'e':
                    day = true;
                    break;
                case 'm':
                    month = true;
                    break;
                case 'h' or 's':
                    clock = true;
                    break;
                case '%':
                    percent = true;
                    break;
            }
        }

        return day || (month && !clock) ? NumberMeaning.Date
            : clock ? NumberMeaning.Time
            : percent ? NumberMeaning.Percent
            : NumberMeaning.Number;
    }

    private static int End(string code, int from, char mark) => code.IndexOf(mark, from) is var end && end < 0 ? code.Length : end;

    /// <summary>[h], [mm] and [s] count hours and more beyond a day: an amount of time, not a moment.</summary>
    private static bool IsDuration(ReadOnlySpan<char> bracket) => bracket.Length > 0 && bracket.IndexOfAnyExcept("hHmMsS") < 0;
}
