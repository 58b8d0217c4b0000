using System.Globalization;
using SalesCrm.Application.Imports.Kinds;

namespace SalesCrm.Application.Tests.Imports.Kinds;

public sealed class PlanCellTests
{
    [Theory]
    [InlineData("2024-03-25", "提交方案", "2024-03-15", "2024-04-10", "3月25日提交方案")]
    [InlineData("2024-03-25", "提交方案", "2026-11-23", "2024-04-10", "2024年3月25日提交方案")]
    [InlineData("2025-01-05", "回访", "2024-12-20", "2024-12-20", "1月5日回访")]
    [InlineData("2024-03-25", "提交方案", "2024-03-15", null, "2024年3月25日提交方案")]
    [InlineData("2024-03-25", "3月25日提交方案", null, null, "3月25日提交方案")]
    public void A05_C06_A_plan_is_written_without_its_year_where_the_row_gives_it(string on, string text, string? first, string? second, string cell)
        => Assert.Equal(cell, PlanCell.Of(Day(on), text, Day(first), Day(second)));

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
