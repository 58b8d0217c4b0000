using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Metrics;

public sealed class MetricsPagesTests(MetricsPagesTests.GoldenApp golden) : IClassFixture<MetricsPagesTests.GoldenApp>
{
    private CrmApp App => golden.App;

    [Fact]
    public async Task Z1_stands_on_the_page_of_its_quarter()
    {
        var page = await (await App.SignInAs("admin")).Page("/metrics/2024Q1?by=office");

        foreach (var scope in new[] { "company", "华东大区" })
        {
            Assert.Equal(
                [120m, 36m, 30m, 45_000m, 25m, 45m, 36m, 0m, 100m, 45_000m, 45m],
                new[] { "leads", "won-customers", "conversion", "aov", "repurchase", "cycle", "won-deals", "lost-deals", "win-rate", "deal-size", "deal-days" }.Select(metric => Value(page, metric, scope)));
        }

        Assert.Equal("", Figure(page, "conversion", "华南大区").GetAttribute("data-value"));
        Assert.Equal("–", Figure(page, "conversion", "华南大区").TextContent.Trim());
        Assert.Equal("线索转化率低于目标(35%)", page.QuerySelector("[data-field=problem]")!.TextContent);
        Assert.Equal("线索转化率低于目标(35%)", page.QuerySelector("[data-problem]")!.TextContent);
        Assert.Contains("差 5.0 点（14.3%）", page.QuerySelector(".figures")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Z3_and_z4_name_the_step_and_the_source_of_the_loss()
    {
        var page = await (await App.SignInAs("boss")).Page("/metrics/2024Q1");

        Assert.Equal(["120", "96", "54", "45", "36"], page.QuerySelectorAll("tr[data-stage]").Select(row => row.GetAttribute("data-value")));
        Assert.Equal(["80.0%", "56.3%", "83.3%", "80.0%"], page.QuerySelectorAll("[data-metric=step-rate]").Select(cell => cell.TextContent.Trim()));
        Assert.Contains("需求深度挖掘", page.QuerySelector("[data-cause=stage]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("56.3%", page.QuerySelector("[data-cause=stage]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("陌拜", page.QuerySelector("[data-cause=source]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("30", page.QuerySelector("[data-metric=funnel-rate]")!.GetAttribute("data-value"));

        var bySource = await (await App.SignInAs("boss")).Page("/metrics/2024Q1?by=source");
        Assert.Equal([(40m, 16m), (30m, 6m), (20m, 10m), (30m, 4m)], new[] { "展会", "官网", "转介绍", "陌拜" }.Select(source => (Value(bySource, "leads", source), Value(bySource, "won-customers", source))));
    }

    [Fact]
    public async Task Each_figure_leads_to_as_many_records()
    {
        var admin = await App.SignInAs("admin");
        var page = await admin.Page("/metrics/2024Q1?by=source");
        foreach (var (metric, scope) in new[] { ("leads", "company"), ("won-customers", "company"), ("won-deals", "company"), ("leads", "陌拜"), ("won-customers", "转介绍") })
        {
            var link = Figure(page, metric, scope);
            var records = await admin.Page(link.GetAttribute("href")!);
            Assert.Equal(link.GetAttribute("data-value"), records.QuerySelector("[data-metric=total]")!.GetAttribute("data-value"));
            Assert.NotEmpty(records.QuerySelectorAll("tbody tr[data-kind]"));
        }

        var stopped = await admin.Page(page.QuerySelector("tr.leak a")!.GetAttribute("href")!);
        Assert.Equal("42", stopped.QuerySelector("[data-metric=total]")!.GetAttribute("data-value"));
        var second = await admin.Page((await admin.Page("/metrics/2024Q1/records?metric=leads")).QuerySelector("#page-next")!.GetAttribute("href")!);
        Assert.Equal(50, second.QuerySelectorAll("tbody tr[data-kind]").Length);
    }

    [Fact]
    public async Task A_rep_sees_himself_alone_and_another_nothing_of_him()
    {
        var own = await (await App.SignInAs("rep")).Page("/metrics/2024Q1");
        Assert.Equal([World.Rep.Name], own.QuerySelectorAll("[data-scope]").Select(figure => figure.GetAttribute("data-scope")).Distinct());
        Assert.Equal(120m, Value(own, "leads", World.Rep.Name));
        Assert.Null(own.QuerySelector("a[href$='/targets']"));

        var rep2 = await App.SignInAs("rep2");
        var other = await rep2.Page("/metrics/2024Q1");
        Assert.Equal([World.Rep2.Name], other.QuerySelectorAll("[data-scope]").Select(figure => figure.GetAttribute("data-scope")).Distinct());
        Assert.Equal(0m, Value(other, "leads", World.Rep2.Name));
        Assert.Empty((await rep2.Page("/metrics/2024Q1/records?by=rep&scope=4&metric=leads")).QuerySelectorAll("tbody tr"));
        Assert.Equal("0", (await (await App.SignInAs("manager2")).Page("/metrics/2024Q1")).QuerySelector("tr[data-stage]")!.GetAttribute("data-value"));
    }

    [Fact]
    public async Task The_quarterly_table_shows_nine_periods()
    {
        var admin = await App.SignInAs("admin");
        foreach (var (address, count) in new[] { ("/metrics", 9), ("/metrics?kind=month&view=deal", 9), ("/metrics?kind=year", 9) })
        {
            Assert.Equal(count, (await admin.Page(address)).QuerySelectorAll("tr[data-period]").Length);
        }

        var row = (await admin.Page("/metrics")).QuerySelector("tr[data-period='2024Q1']")!;
        Assert.Equal("30", row.QuerySelector("[data-metric=conversion]")!.GetAttribute("data-value"));
        Assert.Contains("线索转化率低于目标(35%)", row.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/metrics/2024Q5")]
    [InlineData("/metrics/heute")]
    [InlineData("/metrics/2024-13")]
    [InlineData("/metrics/2024Q1/records")]
    [InlineData("/metrics/2024Q1/records?metric=nothing")]
    [InlineData("/metrics/2024Q1/records?metric=leads&scope=abc")]
    [InlineData("/metrics/2024Q1/records?step=Won")]
    public async Task What_does_not_exist_is_not_found(string path)
    {
        using var answer = await (await App.SignInAs("admin")).Get(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Pages_ask_the_database_seldom()
    {
        var admin = await App.SignInAs("admin");
        foreach (var (path, most) in new[] { ("/metrics", 8), ("/metrics/2024Q1", 13), ("/metrics/2023Q4?by=office", 10), ("/metrics/2024Q1/records?metric=leads", 7), ("/metrics/2024Q1/records?metric=aov", 6) })
        {
            await admin.Page(path);
            App.Commands.Reset();
            await admin.Page(path);
            Assert.True(App.Commands.Count <= most, $"{path}: {App.Commands.Count} commands\n{string.Join("\n\n", App.Commands.Texts)}");
        }
    }

    private static decimal Value(IHtmlDocument page, string metric, string scope) => decimal.Parse(Figure(page, metric, scope).GetAttribute("data-value")!, CultureInfo.InvariantCulture);

    private static IElement Figure(IHtmlDocument page, string metric, string scope)
        => page.QuerySelector($"[data-metric='{metric}'][data-scope='{scope}']") ?? throw new InvalidOperationException($"No {metric} of {scope}.");

    public sealed class GoldenApp : IAsyncLifetime
    {
        public CrmApp App { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            App = await CrmApp.CreateAsync();
            await App.Database.Read(async db => { await GoldenQuarter.TellAsync(db); return 0; });
        }

        public async Task DisposeAsync() => await App.DisposeAsync();
    }
}
