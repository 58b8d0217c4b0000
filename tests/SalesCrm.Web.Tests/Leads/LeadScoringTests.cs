using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Leads;

/// <summary>The golden cases of scoring, and giving a lead up and taking it up again, through the pages.</summary>
public sealed class LeadScoringTests : IAsyncLifetime
{
    private CrmApp _app = null!;
    private Visitor _rep = null!;

    public async Task InitializeAsync()
    {
        _app = await CrmApp.CreateAsync();
        _rep = await _app.SignInAs("rep");
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData(10, 8, 7, "true,true,true")]
    [InlineData(9, 8, 7, "false,true,true")]
    [InlineData(10, 7, 7, "true,false,true")]
    [InlineData(10, 8, 6, "true,true,false")]
    public async Task Z6_B01_only_a_lead_that_passes_all_three_is_offered_for_conversion(int budget, int urgency, int authority, string met)
    {
        var address = await CreateAsync(budget, urgency, authority);

        var page = await _rep.Page(address);
        Assert.Equal(met, string.Join(',', page.QuerySelectorAll("[data-score]").Select(row => row.GetAttribute("data-met"))));
        Assert.Equal(new[] { budget, urgency, authority }.Select(score => score.ToString(CultureInfo.InvariantCulture)), page.QuerySelectorAll("[data-score]").Select(row => row.GetAttribute("data-value")));
        Assert.Equal(!met.Contains("false", StringComparison.Ordinal), page.QuerySelector($"a[href='{address}/conversion']") is not null);
    }

    [Fact]
    public async Task A_lead_that_was_given_up_can_be_taken_up_again()
    {
        var address = await CreateAsync(10, 8, 7);
        var reason = await _app.Database.Read(db => db.Dictionary.Where(word => word.Name == "没有预算").Select(word => word.Id).SingleAsync());
        using var given = await _rep.FillIn(address + "/disqualification", ("Input.ReasonId", reason.ToString(CultureInfo.InvariantCulture)));
        Assert.Contains("没有预算", (await _rep.Page(address)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using (var stranger = await (await _app.SignInAs("rep2")).Get(address + "/reopening"))
        {
            Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        }

        using var taken = await _rep.FillIn(address + "/reopening");

        Assert.Equal(address, taken.Headers.Location?.ToString());
        var page = await _rep.Page(address);
        Assert.NotNull(page.QuerySelector($"a[href='{address}/conversion']"));
        Assert.DoesNotContain("没有预算", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var twice = await _rep.PostForm(address + "/reopening");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
    }

    [Fact]
    public async Task The_second_to_change_a_lead_sees_what_the_first_changed_and_chooses()
    {
        var address = await CreateAsync(10, 8, 7);
        var manager = await _app.SignInAs("manager");
        var mine = (await _rep.Page(address + "/edit")).QuerySelector("[name='Input.Version']")!.GetAttribute("value");
        using var first = await manager.FillIn(address + "/edit", ("Input.Need", "先要五台"), ("Input.Person", "顾总经理"));

        using var second = await _rep.FillIn(address + "/edit", ("Input.Need", "十台"), ("Input.Person", "顾总"), ("Input.Version", mine));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var page = await Visitor.Read(second);
        Assert.Equal(["十台", "先要五台"], page.QuerySelectorAll("[name='Input.Need']").Select(choice => choice.GetAttribute("value")));
        Assert.Contains("王芳", page.QuerySelector(".conflict-table")!.TextContent, StringComparison.Ordinal);
        var version = page.QuerySelector("main [name='Input.Version']")!.GetAttribute("value");
        using var chosen = await _rep.FillIn(address + "/edit", ("Input.Need", "十台"), ("Input.Person", "顾总经理"), ("Input.Version", version));
        Assert.Equal(address, chosen.Headers.Location?.ToString());
        Assert.Contains("十台", (await _rep.Page(address)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<string> CreateAsync(int budget, int urgency, int authority)
    {
        var source = await _app.Database.Read(db => db.Dictionary.Where(word => word.Name == "展会").Select(word => word.Id).SingleAsync());
        using var answer = await _rep.FillIn(
            "/leads/new", ("Input.Company", "启明智能装备有限公司"), ("Input.Person", "顾总"), ("Input.Phone", "13905712266"), ("Input.SourceId", source.ToString(CultureInfo.InvariantCulture)),
            ("Input.BudgetScore", Points(budget)), ("Input.UrgencyScore", Points(urgency)), ("Input.AuthorityScore", Points(authority)));
        return answer.Headers.Location!.ToString();
    }

    private static string Points(int points) => points.ToString(CultureInfo.InvariantCulture);
}
