using System.Globalization;
using System.Text.RegularExpressions;
using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Application.Imports.Mapping;

/// <summary>Dates that end with the year. 3/4/1995 is a day in March or one in April, which only the whole file can say.</summary>
internal static partial class YearLast
{
    public const string MonthFirst = "mdy";
    public const string DayFirst = "dmy";

    private const int RowsLookedAt = 2_000;
    private const int Months = 12;

    public static bool IsOrder(string order) => order is MonthFirst or DayFirst;

    /// <summary>A date of the file that ends with the year; null where none does.</summary>
    public static string? Example(TableSheet sheet, TableHeader header) => Matches(sheet, header).FirstOrDefault()?.Groups["date"].Value;

    /// <summary>What the days beyond the twelfth say; null where there are none, and where they say both.</summary>
    public static string? OrderOf(TableSheet sheet, TableHeader header)
    {
        var (monthFirst, dayFirst) = (false, false);
        foreach (var match in Matches(sheet, header))
        {
            monthFirst |= Number(match, "second") > Months;
            dayFirst |= Number(match, "first") > Months;
        }

        return monthFirst == dayFirst ? null : monthFirst ? MonthFirst : DayFirst;
    }

    /// <summary>The same moment with the year first; any other text as it is.</summary>
    public static string Turned(string text, string order)
    {
        if (Shape().Match(text) is not { Success: true } match)
        {
            return text;
        }

        var year = CultureInfo.InvariantCulture.Calendar.ToFourDigitYear(Number(match, "year"));
        var (month, day) = order == MonthFirst ? ("first", "second") : ("second", "first");
        return string.Create(CultureInfo.InvariantCulture, $"{year}-{Number(match, month)}-{Number(match, day)}{match.Groups["rest"].Value}");
    }

    private static IEnumerable<Match> Matches(TableSheet sheet, TableHeader header)
        => sheet.RowsBelow(header).Take(RowsLookedAt).SelectMany(row => header.Columns.Select(column => row[column.Column])).Where(cell => cell.Kind == CellKind.Text).Select(cell => Shape().Match(cell.Raw.Trim())).Where(match => match.Success);

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<date>(?<first>[0-9]{1,2})(?:(?<mark>[-/.])(?<second>[0-9]{1,2})\k<mark>(?<year>[0-9]{4})|/(?<second>[0-9]{1,2})/(?<year>[0-9]{2})))(?<rest>[ T].*)?$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Shape();
}

/// <summary>How the days of a file are meant where no rule says it.</summary>
/// <param name="Zone">The company's.</param>
/// <param name="Order">Of dates that end with the year; null where nobody knows, and they are refused.</param>
internal sealed record DayShape(TimeZoneInfo Zone, string? Order);
