namespace SalesCrm.Application.Shared.Time;

/// <summary>
/// Time as the company lives it: instants are kept in UTC, business dates are days in the company's time zone, whoever looks
/// from wherever. Weeks run from Monday to Sunday.
/// </summary>
public sealed class CompanyClock(TimeProvider time, TimeZoneInfo zone)
{
    public const string DefaultZone = "Asia/Shanghai";

    public TimeZoneInfo Zone { get; } = zone;

    public DateTime UtcNow => time.GetUtcNow().UtcDateTime;

    public DateOnly Today => DateOf(UtcNow);

    /// <summary>The company's zone by its IANA or Windows name; the default where the setting is empty.</summary>
    /// <exception cref="TimeZoneNotFoundException">The setting names no time zone.</exception>
    public static TimeZoneInfo ZoneOf(string? setting)
        => TimeZoneInfo.FindSystemTimeZoneById(string.IsNullOrWhiteSpace(setting) ? DefaultZone : setting.Trim());

    /// <summary>The company's day of an instant.</summary>
    public DateOnly DateOf(DateTime utc) => DateOnly.FromDateTime(LocalOf(utc));

    /// <summary>The company's wall clock at an instant.</summary>
    public DateTime LocalOf(DateTime utc)
    {
        if (utc.Kind == DateTimeKind.Local)
        {
            throw new ArgumentException("Instants are UTC.", nameof(utc));
        }

        return DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone), DateTimeKind.Unspecified);
    }

    /// <summary>
    /// The instant of a wall-clock time. A time that the clocks skip in spring becomes the next one that exists;
    /// a time that comes twice in autumn is the first of the two.
    /// </summary>
    public DateTime UtcOf(DateOnly date, TimeOnly at)
    {
        var local = date.ToDateTime(at);
        if (Zone.IsInvalidTime(local))
        {
            // Minutes, because zones skip whole minutes; the end of the gap is at most some hours away.
            local = new DateTime(local.Ticks - (local.Ticks % TimeSpan.TicksPerMinute), DateTimeKind.Unspecified);
            while (Zone.IsInvalidTime(local))
            {
                local = local.AddMinutes(1);
            }
        }

        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
    }

    /// <summary>The first instant of a day.</summary>
    public DateTime StartOf(DateOnly date) => UtcOf(date, TimeOnly.MinValue);

    /// <summary>The instants of some days, for queries: from the first on, up to but without the end.</summary>
    public (DateTime From, DateTime Until) InstantsOf(DateOnly first, DateOnly last) => (StartOf(first), StartOf(last.AddDays(1)));

    public (DateTime From, DateTime Until) InstantsOf(Period period) => InstantsOf(period.First, period.Last);

    public Period ThisPeriod(PeriodKind kind) => Period.Around(Today, kind);

    /// <summary>Monday to Sunday around a day.</summary>
    public static DateRange WeekOf(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return new(monday, monday.AddDays(6));
    }

    public static Period MonthOf(DateOnly day) => Period.Around(day, PeriodKind.Month);

    public static Period QuarterOf(DateOnly day) => Period.Around(day, PeriodKind.Quarter);
}
