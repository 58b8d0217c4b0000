using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Tests.Shared.Time;

public class CompanyClockTests
{
    private sealed class StoppedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private static CompanyClock Clock(string? zone = null, string now = "2024-03-15T16:30:00Z")
        => new(new StoppedTime(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)), CompanyClock.ZoneOf(zone));

    [Fact]
    public void Today_is_the_companys_day()
    {
        Assert.Equal(new DateOnly(2024, 3, 16), Clock().Today);
        Assert.Equal(new DateOnly(2024, 3, 15), Clock("America/Los_Angeles").Today);
        Assert.Equal(DateTimeKind.Utc, Clock().UtcNow.Kind);
        Assert.Equal("2024Q1", Clock().ThisPeriod(PeriodKind.Quarter).ToString());
    }

    [Fact]
    public void A_late_appointment_is_one_instant_with_a_day_in_each_zone()
    {
        var instant = Clock().UtcOf(new DateOnly(2024, 3, 15), new TimeOnly(23, 30));
        Assert.Equal(new DateTime(2024, 3, 15, 15, 30, 0, DateTimeKind.Utc), instant);
        Assert.Equal(new DateOnly(2024, 3, 15), Clock().DateOf(instant));
        Assert.Equal(new DateOnly(2024, 3, 15), Clock("Etc/GMT+8").DateOf(instant));
        Assert.Equal(new TimeOnly(7, 30), TimeOnly.FromDateTime(Clock("Etc/GMT+8").LocalOf(instant)));
    }

    [Theory]
    [InlineData(2, 0, "10:00")]
    [InlineData(2, 30, "10:00")]
    [InlineData(2, 59, "10:00")]
    [InlineData(1, 59, "09:59")]
    [InlineData(3, 0, "10:00")]
    public void A_time_that_spring_skips_becomes_the_next_one(int hour, int minute, string utc)
        => Assert.Equal(utc, Clock("America/Los_Angeles").UtcOf(new DateOnly(2024, 3, 10), new TimeOnly(hour, minute, 0)).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void A_time_that_autumn_repeats_is_the_first()
        => Assert.Equal(new DateTime(2024, 11, 3, 8, 30, 0, DateTimeKind.Utc), Clock("America/Los_Angeles").UtcOf(new DateOnly(2024, 11, 3), new TimeOnly(1, 30)));

    [Theory]
    [InlineData("Asia/Shanghai")]
    [InlineData("America/Los_Angeles")]
    [InlineData("America/Sao_Paulo")]
    [InlineData("Australia/Lord_Howe")]
    public void Days_follow_one_another_without_gap(string zone)
    {
        var clock = Clock(zone);
        for (var day = new DateOnly(1985, 1, 1); day < new DateOnly(2026, 1, 1); day = day.AddDays(1))
        {
            var (from, until) = clock.InstantsOf(day, day);
            Assert.InRange((until - from).TotalHours, 22, 26);
            Assert.Equal(day, clock.DateOf(from));
            Assert.Equal(day, clock.DateOf(until.AddTicks(-1)));
            Assert.Equal(until, clock.StartOf(day.AddDays(1)));
        }
    }

    [Fact]
    public void A_week_runs_from_Monday_to_Sunday()
    {
        var week = new DateRange(new DateOnly(2024, 3, 11), new DateOnly(2024, 3, 17));
        for (var day = week.First; day <= week.Last; day = day.AddDays(1))
        {
            Assert.Equal(week, CompanyClock.WeekOf(day));
        }

        Assert.Equal(7, week.Days);
        Assert.Equal(DayOfWeek.Monday, CompanyClock.WeekOf(new DateOnly(2024, 1, 1)).First.DayOfWeek);
        Assert.Equal(new DateOnly(2024, 3, 18), CompanyClock.WeekOf(week.Last.AddDays(1)).First);
    }

    [Fact]
    public void Local_times_are_no_instants()
        => Assert.Throws<ArgumentException>(() => Clock().DateOf(new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Local)));

    [Fact]
    public void An_unknown_zone_is_a_wrong_setting() => Assert.Throws<TimeZoneNotFoundException>(() => CompanyClock.ZoneOf("Mars/Olympus"));
}
