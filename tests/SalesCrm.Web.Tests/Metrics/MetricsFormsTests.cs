using System.Net;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Metrics;

public sealed class MetricsFormsTests
{
    [Fact]
    public async Task Targets_are_set_kept_when_wrong_and_compared_when_changed()
    {
        await using var app = await CrmApp.CreateAsync();
        var (boss, admin) = (await app.SignInAs("boss"), await app.SignInAs("admin"));

        using (var wrong = await boss.FillIn("/metrics/2024Q2/targets", ("Lines[2].Value", "三成"), ("Lines[0].Value", "115")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
            var page = await Visitor.Read(wrong);
            Assert.Equal(("三成", "115"), (page.QuerySelector("#Targets_conversion")!.GetAttribute("value"), page.QuerySelector("#Targets_leads")!.GetAttribute("value")));
            Assert.Contains("看不懂百分比", page.QuerySelector("#Targets_conversion-error")!.TextContent, StringComparison.Ordinal);
        }

        var stale = (await admin.Page("/metrics/2024Q2/targets")).QuerySelectorAll("main form[method=post] input[name]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "");
        using (var done = await boss.FillIn("/metrics/2024Q2/targets", ("Lines[2].Value", "35%"), ("Lines[0].Value", "115")))
        {
            Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        }

        Assert.Equal("35", (await admin.Page("/metrics/2024Q2/targets")).QuerySelector("#Targets_conversion")!.GetAttribute("value"));
        stale["Lines[2].Value"] = "30";
        using (var conflict = await admin.Post("/metrics/2024Q2/targets", stale))
        {
            Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
            var page = await Visitor.Read(conflict);
            Assert.Equal("30", page.QuerySelector("#Targets_conversion")!.GetAttribute("value"));
            Assert.Contains("现在保存的是 35.0%", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Problem_and_measure_are_written_and_a_conflict_lets_one_choose()
    {
        await using var app = await CrmApp.CreateAsync();
        await app.Database.Read(async db => { await GoldenQuarter.TellAsync(db); return 0; });
        var (boss, admin) = (await app.SignInAs("boss"), await app.SignInAs("admin"));

        using (var done = await boss.FillIn("/metrics/2024Q1/report", ("Input.Problem", "线索转化率低于目标(35%)"), ("Input.Measure", "增加“需求挖掘”专项培训，每周1次")))
        {
            Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        }

        Assert.Equal("增加“需求挖掘”专项培训，每周1次", (await boss.Page("/metrics/2024Q1")).QuerySelector("[data-field=measure]")!.TextContent);
        using (var conflict = await admin.PostForm("/metrics/2024Q1/report", ("Input.Problem", "别的问题"), ("Input.Measure", "别的措施")))
        {
            Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
            var page = await Visitor.Read(conflict);
            Assert.Contains("赵一鸣", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(["别的问题", "线索转化率低于目标(35%)"], page.QuerySelectorAll("input[name='Input.Problem']").Select(input => input.GetAttribute("value")));
        }

        using var tooLong = await admin.FillIn("/metrics/2024Q1/report", ("Input.Problem", new string('长', 1001)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.StatusCode);
    }

    [Theory]
    [InlineData("manager")]
    [InlineData("manager2")]
    public async Task A_manager_of_a_part_finds_no_forms_of_the_company(string userName)
    {
        await using var app = await CrmApp.CreateAsync();
        var manager = await app.SignInAs(userName);
        foreach (var path in new[] { "/metrics/2024Q1/targets", "/metrics/2024Q1/report" })
        {
            using var answer = await manager.Get(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        using var post = await manager.PostForm("/metrics/2024Q1/report", ("Input.Problem", "x"));
        Assert.Equal(HttpStatusCode.Forbidden, post.StatusCode);
    }
}
