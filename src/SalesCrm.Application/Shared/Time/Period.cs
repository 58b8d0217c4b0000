using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Shared.Time;

public enum PeriodKind
{
    Month = 1,
    Quarter = 2,
    Year = 3,
}

/// <summary>A calendar month, quarter or year. Written <c>2024-03</c>, <c>2024Q1</c>, <c>2024</c>: in addresses, in the database and in files.</summary>
[JsonConverter(typeof(PeriodJson))]
public readonly partial record struct Period : IComparable<Period>
{
    private Period(PeriodKind kind, int year, int number)
    {
        if (!BusinessDates.HasYear(year))
        {
            throw new ArgumentOutOfRangeException(nameof(year), year, "Outside the dates that business can have.");
        }

        Kind = kind;
        Year = year;
        Number = number;
    }

    public PeriodKind Kind { get; }

    public int Year { get; }

    /// <summary>The month 1–12, the quarter 1–4, or 1 for a year.</summary>
    public int Number { get; }

    public DateOnly First => new(Year, ((Number - 1) * Months) + 1, 1);

    /// <summary>The last day, which belongs to the period.</summary>
    public DateOnly Last => First.AddMonths(Months).AddDays(-1);

    /// <summary>How many months the period has: 1, 3 or 12.</summary>
    public int Months => Kind switch
    {
        PeriodKind.Month => 1,
        PeriodKind.Quarter => 3,
        PeriodKind.Year => 12,
        _ => throw new InvalidOperationException("A period comes from one of its factories."),
    };

    public Period Previous => Around(First.AddMonths(-Months), Kind);

    public Period Next => Around(First.AddMonths(Months), Kind);

    public Period SamePeriodLastYear => new(Kind, Year - 1, Number);

    /// <summary>What a Chinese reader sees: 2024年Q1, 2024年3月, 2024年. Other languages have their own sentence.</summary>
    public Text Name => Kind switch
    {
        PeriodKind.Month => new Text("{0}年{1}月", Year, Number),
        PeriodKind.Quarter => new Text("{0}年Q{1}", Year, Number),
        PeriodKind.Year or _ => new Text("{0}年", Year),
    };

    public static Period OfMonth(int year, int month) => Around(new DateOnly(year, month, 1), PeriodKind.Month);

    public static Period OfQuarter(int year, int quarter) => Around(new DateOnly(year, quarter * 3, 1), PeriodKind.Quarter);

    public static Period OfYear(int year) => new(PeriodKind.Year, year, 1);

    /// <summary>The period of a kind that a day lies in.</summary>
    public static Period Around(DateOnly day, PeriodKind kind) => kind switch
    {
        PeriodKind.Month => new(kind, day.Year, day.Month),
        PeriodKind.Quarter => new(kind, day.Year, ((day.Month - 1) / 3) + 1),
        PeriodKind.Year => new(kind, day.Year, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public bool Contains(DateOnly day) => day >= First && day <= Last;

    /// <summary>The periods of a shorter kind that make up this one: the months of a quarter.</summary>
    public IEnumerable<Period> Parts(PeriodKind kind)
    {
        for (var part = Around(First, kind); part.First <= Last; part = part.Next)
        {
            yield return part;
            if (part.Last >= BusinessDates.Latest)
            {
                yield break;
            }
        }
    }

    /// <summary>By first day; of two that begin together the shorter comes first.</summary>
    public int CompareTo(Period other) => First.CompareTo(other.First) is var order && order != 0 ? order : Kind.CompareTo(other.Kind);

    public override string ToString() => Kind switch
    {
        PeriodKind.Month => string.Create(CultureInfo.InvariantCulture, $"{Year}-{Number:00}"),
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year}Q{Number}"),
        PeriodKind.Year or _ => Year.ToString(CultureInfo.InvariantCulture),
    };

    public static Period Parse(string written)
        => TryParse(written, out var period) ? period : throw new FormatException("Not a period.");

    /// <summary>Reads every form that people write: 2024-03, 2024年3月, 2024Q1, 2024年Q1, 2024年第一季度, 2024, 2024年.</summary>
    public static bool TryParse([NotNullWhen(true)] string? written, out Period result)
    {
        result = default;
        if (written is null or { Length: > 32 } || CleanText.IsBroken(written))
        {
            return false;
        }

        var match = Written().Match(written.Normalize(NormalizationForm.FormKC).Trim());
        if (!match.Success)
        {
            return false;
        }

        var year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        if (!BusinessDates.HasYear(year))
        {
            return false;
        }

        if (match.Groups["quarter"] is { Success: true } quarter)
        {
            result = OfQuarter(year, "1234一二三四".IndexOf(quarter.Value, StringComparison.Ordinal) % 4 + 1);
        }
        else if (match.Groups["month"] is { Success: true } month)
        {
            result = OfMonth(year, int.Parse(month.ValueSpan, CultureInfo.InvariantCulture));
        }
        else
        {
            result = OfYear(year);
        }

        return true;
    }

    [GeneratedRegex(
        """
        ^(?<year>[0-9]{4}) \s* (?:
            (?:年|-)? \s* Q (?<quarter>[1-4])
          | 年? \s* 第? \s* (?<quarter>[1-4一二三四]) \s* 季度
          | 年 \s* (?<month>1[0-2]|0?[1-9]) \s* 月
          | [-/.] (?<month>1[0-2]|0?[1-9])
          | 年?
        )$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
