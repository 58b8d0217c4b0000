using System.Globalization;
using SalesCrm.Application.Shared.Values;

namespace SalesCrm.Application.Tests.Shared.Values;

public class DateTextTests
{
    private static DateOnly? Day(string? iso) => iso is null ? null : DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2024-03-15", "2024-03-15")]
    [InlineData("2024/3/15", "2024-03-15")]
    [InlineData("2024.3.15", "2024-03-15")]
    [InlineData("2024年3月15日", "2024-03-15")]
    [InlineData("2024 年 3 月 15 号", "2024-03-15")]
    [InlineData("２０２４年３月１５日", "2024-03-15")]
    [InlineData("20240315", "2024-03-15")]
    [InlineData("2024-03-15 00:00:00", "2024-03-15")]
    [InlineData("2024-03-15T00:00", "2024-03-15")]
    [InlineData("2024-02-29", "2024-02-29")]
    [InlineData("1900-01-01", "1900-01-01")]
    [InlineData("2100-12-31", "2100-12-31")]
    [InlineData("–", null)]
    [InlineData(" ", null)]
    [InlineData(null, null)]
    public void A_date_begins_with_its_year(string? typed, string? date)
    {
        var read = DateText.Read(typed);
        Assert.False(read.IsRefused);
        Assert.Equal(Day(date), read.Value);
    }

    [Theory]
    [InlineData("3/4/2026", "分不清")]
    [InlineData("03-04-26", "分不清")]
    [InlineData("2026年2月30日", "没有 2026 年 2 月 30 日这一天")]
    [InlineData("2023-02-29", "没有")]
    [InlineData("2024-13-01", "没有")]
    [InlineData("2024-00-10", "没有")]
    [InlineData("1900-02-29", "没有")]
    [InlineData("1899-12-30", "应在")]
    [InlineData("2101-01-01", "应在")]
    [InlineData("0001-01-01", "应在")]
    [InlineData("9999-12-31", "应在")]
    [InlineData("二〇二六年", "看不懂")]
    [InlineData("民国115年", "看不懂")]
    [InlineData("2024年3月", "看不懂")]
    [InlineData("2024-3/15", "看不懂")]
    [InlineData("2024-03-15 10:30", "看不懂")]
    [InlineData("45366", "看不懂")]
    [InlineData("明天", "看不懂")]
    public void A_date_that_could_be_another_is_refused(string typed, string why)
        => Assert.Contains(why, DateText.Read(typed).Problem?.ToString(), StringComparison.Ordinal);

    [Fact]
    public void Every_day_reads_back_in_every_form()
    {
        for (var day = new DateOnly(1900, 1, 1); day <= new DateOnly(2100, 12, 31); day = day.AddDays(17))
        {
            foreach (var format in (string[])["yyyy-MM-dd", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"])
            {
                Assert.Equal(day, DateText.Read(day.ToString(format, CultureInfo.InvariantCulture)).Value);
            }
        }
    }

    [Theory]
    [InlineData("2024-03-15 10:30", "2024-03-15", "10:30:00")]
    [InlineData("2024/3/15 9:05:07", "2024-03-15", "09:05:07")]
    [InlineData("2024-03-15T23:59", "2024-03-15", "23:59:00")]
    [InlineData("2024年3月15日 10时30分", "2024-03-15", "10:30:00")]
    [InlineData("2024年3月15日10点", "2024-03-15", "10:00:00")]
    [InlineData("2024/3/15 下午 3:30", "2024-03-15", "15:30:00")]
    [InlineData("2024/3/15 上午12:05", "2024-03-15", "00:05:00")]
    [InlineData("2024/3/15 3:30 PM", "2024-03-15", "15:30:00")]
    [InlineData("2024-03-15", "2024-03-15", null)]
    [InlineData("2024-03-15 24:00", null, null)]
    [InlineData("2024-03-15 10:60", null, null)]
    [InlineData("2024-03-15 下午13:00", null, null)]
    [InlineData("2024-02-30 10:00", null, null)]
    [InlineData("2024-03-15T10:30Z", null, null)]
    [InlineData("2024-03-15 10", null, null)]
    public void A_time_may_follow_the_date(string typed, string? date, string? time)
    {
        var read = DateTimeText.Read(typed);
        Assert.Equal(date is null, read.IsRefused);
        Assert.Equal(Day(date), read.Value?.Date);
        Assert.Equal(time is null ? null : TimeOnly.ParseExact(time, "HH:mm:ss", CultureInfo.InvariantCulture), read.Value?.Time);
    }

    [Theory]
    [InlineData("3月20日提交方案", "2024-03-15", "2024-03-20", "提交方案")]
    [InlineData("3月25日提交方案", "2024-03-01", "2024-03-25", "提交方案")]
    [InlineData("3月20日", "2024-03-18", "2024-03-20", "")]
    [InlineData("３月２０号：电话", "2024-03-18", "2024-03-20", "电话")]
    [InlineData("2025年3月20日，签约", "2024-03-18", "2025-03-20", "签约")]
    [InlineData("2024-03-20 签约", "2023-03-18", "2024-03-20", "签约")]
    [InlineData("安排3月20日线上培训", "2024-03-18", "2024-03-20", "安排3月20日线上培训")]
    [InlineData("1月5日回访", "2023-12-20", "2024-01-05", "回访")]
    [InlineData("12月25日回访", "2024-01-10", "2024-12-25", "回访")]
    [InlineData("2月1日回访", "2024-03-18", "2024-02-01", "回访")]
    [InlineData("2月29日回访", "2023-11-01", "2024-02-29", "回访")]
    [InlineData("3月20日或3月25日", "2024-03-18", null, "3月20日或3月25日")]
    [InlineData("下周回访", "2024-03-18", null, "下周回访")]
    public void A_plan_takes_its_year_from_the_row(string typed, string reference, string? date, string what)
    {
        var plan = PlanText.Read(typed, Day(reference)!.Value).Value!;
        Assert.Equal(Day(date), plan.Date);
        Assert.Equal(what, plan.What);
        Assert.Equal(typed, plan.Original);
    }

    [Theory]
    [InlineData("2月30日提交", "2024-01-01")]
    [InlineData("2月29日提交", "2023-01-01")]
    [InlineData("13月1日提交", "2024-01-01")]
    [InlineData("0月1日提交", "2024-01-01")]
    [InlineData("3月0日提交", "2024-01-01")]
    [InlineData("1899年3月1日提交", "2024-01-01")]
    [InlineData("1月1日提交", "2100-12-01")]
    public void A_plan_on_a_day_that_does_not_exist_is_refused(string typed, string reference)
        => Assert.True(PlanText.Read(typed, Day(reference)!.Value).IsRefused);

    [Fact]
    public void No_plan_is_empty() => Assert.Equal(default, PlanText.Read("–", new DateOnly(2024, 1, 1)));

    [Fact]
    public void A_plan_lies_at_most_180_days_before_its_row()
    {
        var random = new Random(11);
        for (var round = 0; round < 5_000; round++)
        {
            var reference = new DateOnly(2000, 1, 1).AddDays(random.Next(30_000));
            var (month, day) = (random.Next(1, 13), random.Next(1, 29));
            var date = PlanText.Read($"{month}月{day}日办", reference).Value!.Date!.Value;
            Assert.Equal((month, day), (date.Month, date.Day));
            Assert.InRange(date.DayNumber - reference.DayNumber, -180, 366);
        }
    }
}
