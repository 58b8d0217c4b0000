using Microsoft.AspNetCore.Mvc.ModelBinding;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Testing;
using SalesCrm.Web.Formats;
using SalesCrm.Web.TagHelpers;
using SalesCrm.Web.Tests.Formats;

namespace SalesCrm.Web.Tests.TagHelpers;

public sealed class PiecesTests
{
    private readonly Localizer _t = new();
    private readonly Show _show = new(new CompanyClock(new FixedClock(), CompanyClock.ZoneOf(null)));

    [Fact]
    public async Task A_grade_shows_its_letter_and_carries_it_for_readers()
    {
        using var _ = Speaking.Chinese();
        Assert.Equal("<span class=\"grade grade-a\" title=\"A 级\" data-grade=\"A\">A</span>", await Rendered.Of(new GradeTagHelper(_t) { Value = "A" }, "grade"));
        Assert.Equal("<span class=\"grade grade-none\" title=\"未分级\">–</span>", await Rendered.Of(new GradeTagHelper(_t) { Value = "" }, "grade"));
    }

    [Fact]
    public async Task An_overdue_day_is_marked_with_icon_words_and_date()
    {
        using var _ = Speaking.Chinese();
        var html = await Rendered.Of(new DueTagHelper(_show) { Date = new DateOnly(2024, 3, 29) }, "due");
        Assert.Contains("state bad", html, StringComparison.Ordinal);
        Assert.Contains("逾期 3 天", html, StringComparison.Ordinal);
        Assert.Contains("3月29日", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_spark_skips_periods_without_a_value_and_needs_two()
    {
        Assert.Equal("", await Rendered.Of(new SparkTagHelper { Values = [1m, null] }, "spark"));
        var html = await Rendered.Of(new SparkTagHelper { Values = [0m, null, 10m], Goal = 5m }, "spark");
        Assert.Contains("points=\"2,28 90,2\"", html, StringComparison.Ordinal);
        Assert.Contains("points=\"0,15 92,15\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bar_ends_at_the_whole_width()
        => Assert.Contains("width=\"100\" height=\"10\" rx=\"1\" /></svg>", await Rendered.Of(new BarTagHelper { Value = 1.3m }, "bar"), StringComparison.Ordinal);

    [Fact]
    public async Task A_chip_switches_its_filter_on_and_off()
    {
        var off = new ChipTagHelper(_t, _show) { Label = "只看停滞", Set = "stalled", ViewContext = Rendered.View("/opportunities", "?owner=3") };
        Assert.Contains("href=\"/opportunities?owner=3&amp;stalled=true\"", await Rendered.Of(off, "chip"), StringComparison.Ordinal);
        var on = new ChipTagHelper(_t, _show) { Label = "只看停滞", Set = "stalled", ViewContext = Rendered.View("/opportunities", "?owner=3&stalled=true") };
        var html = await Rendered.Of(on, "chip");
        Assert.Contains("href=\"/opportunities?owner=3\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-current=\"true\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_summary_links_each_problem_to_its_field_and_encodes_it()
    {
        using var _ = Speaking.Chinese();
        var state = new ModelStateDictionary();
        state.AddModelError("Input.Name", "<script>");
        state.AddModelError("", "整张表单");
        var html = await Rendered.Of(new ProblemsTagHelper(_t) { ViewContext = Rendered.View(state: state) }, "problems");
        Assert.Contains("<a href=\"#Input_Name\">&lt;script&gt;</a>", html, StringComparison.Ordinal);
        Assert.Contains("<li>整张表单</li>", html, StringComparison.Ordinal);
        Assert.Contains("下面 2 处", html, StringComparison.Ordinal);
        Assert.Equal("", await Rendered.Of(new ProblemsTagHelper(_t) { ViewContext = Rendered.View() }, "problems"));
    }
}
