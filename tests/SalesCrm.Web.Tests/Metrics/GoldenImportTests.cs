using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SalesCrm.Testing.Web;
using SalesCrm.Web.Tests.Imports;

namespace SalesCrm.Web.Tests.Metrics;

/// <summary>
/// The golden first quarter of 2024 from two files that go through the browser's import, with its target set on the page: 120 opportunities
/// of four sources, 36 of them won after 45 days, nine by customers who had bought before.
/// </summary>
public sealed class GoldenImportTests : IAsyncLifetime
{
    private CrmApp _app = null!;

    public async Task InitializeAsync()
    {
        _app = await CrmApp.CreateAsync();
        var admin = await _app.SignInAs("admin");
        var chances = new (string Source, int Count, int Won)[] { ("展会", 40, 16), ("官网", 30, 6), ("转介绍", 20, 10), ("陌拜", 30, 4) }
            .SelectMany(source => Enumerable.Range(0, source.Count).Select(i => (source.Source, IsWon: i < source.Won))).ToList();
        var open = 0;
        var lines = chances.Select((chance, i) =>
        {
            // Of the 84 that were not won, 24 never got a contact, 42 no analysis, 9 no proposal, 9 no contract.
            var stage = chance.IsWon ? "已成交" : open++ switch { < 24 => "机会识别", < 66 => "初步接触", < 75 => "需求深度挖掘", _ => "方案呈现与谈判" };
            return string.Create(CultureInfo.InvariantCulture, $"XS2024{i:0000},客户{i:000},{chance.Source},45000,{stage},林晓雯,2024-01-02,{(chance.IsWon ? "2024-02-16" : "")}");
        });
        await ImportSteps.ImportAsync(admin, "opportunities", "机会编号,客户名称,机会来源,金额,当前阶段,负责人,识别日期,成交日期\r\n" + string.Join("\r\n", lines));
        var earlier = chances.Select((chance, i) => (chance.IsWon, i)).Where(chance => chance.IsWon).Take(9)
            .Select(chance => string.Create(CultureInfo.InvariantCulture, $"CJ2023-{chance.i},客户{chance.i:000},2023-06-01,10000,林晓雯"));
        await ImportSteps.ImportAsync(admin, "deals", "成交编号,客户名称,成交日期,成交金额,负责人\r\n" + string.Join("\r\n", earlier));
        using var target = await admin.FillIn("/metrics/2024Q1/targets", ("Lines[2].Value", "35%"));
        Assert.NotNull(target.Headers.Location);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Z1_Z3_Z4_come_out_of_imported_files()
    {
        var page = await (await _app.SignInAs("boss")).Page("/metrics/2024Q1?by=source");

        Assert.Equal(
            ["120", "36", "30", "45000", "25", "45"],
            new[] { "leads", "won-customers", "conversion", "aov", "repurchase", "cycle" }.Select(metric => Plain(Figure(page, metric, "company"))));
        Assert.Equal("线索转化率低于目标(35%)", page.QuerySelector("[data-field=problem]")!.TextContent);
        Assert.Equal(["120", "96", "54", "45", "36"], page.QuerySelectorAll("tr[data-stage]").Select(row => row.GetAttribute("data-value")));
        Assert.Equal(["80.0%", "56.3%", "83.3%", "80.0%"], page.QuerySelectorAll("[data-metric=step-rate]").Select(cell => cell.TextContent.Trim()));
        Assert.Contains("需求深度挖掘", page.QuerySelector("[data-cause=stage]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["40/16/40.0%", "30/6/20.0%", "20/10/50.0%", "30/4/13.3%"],
            new[] { "展会", "官网", "转介绍", "陌拜" }.Select(source => $"{Plain(Figure(page, "leads", source))}/{Plain(Figure(page, "won-customers", source))}/{Figure(page, "conversion", source).TextContent.Trim()}"));
    }

    private static string Plain(IElement figure) => decimal.Parse(figure.GetAttribute("data-value")!, CultureInfo.InvariantCulture).ToString("0.####", CultureInfo.InvariantCulture);

    private static IElement Figure(IHtmlDocument page, string metric, string scope)
        => page.QuerySelector($"[data-metric='{metric}'][data-scope='{scope}']") ?? throw new InvalidOperationException($"No {metric} of {scope}.");
}
