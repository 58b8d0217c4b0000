using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Leads;

public sealed class LeadPagesTests : IAsyncLifetime
{
    private CrmApp _app = null!;

    public async Task InitializeAsync() => _app = await CrmApp.CreateAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task From_noting_to_converting_through_the_pages()
    {
        var rep = await _app.SignInAs("rep");
        var address = await CreateAsync(rep, "10", "8", "7");

        var page = await rep.Page(address);
        Assert.Equal(["true", "true", "true"], page.QuerySelectorAll("[data-score]").Select(row => row.GetAttribute("data-met")));
        using var converted = await rep.FillIn(address + "/conversion");
        Assert.StartsWith("/opportunities/", converted.Headers.Location?.ToString(), StringComparison.Ordinal);
        using var again = await rep.PostForm(address + "/conversion", ("Input.OpportunityName", "再来一次"));
        Assert.Equal(converted.Headers.Location, again.Headers.Location);

        Assert.Contains("已转化", (await rep.Page(address)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await _app.Database.With<CrmDbContext, int>(db => db.Opportunities.CountAsync()));
    }

    [Fact]
    public async Task Says_which_part_is_short_and_offers_no_conversion_to_a_rep()
    {
        var rep = await _app.SignInAs("rep");
        var address = await CreateAsync(rep, "10", "8", "6");

        var page = await rep.Page(address);
        Assert.Equal("决策权限差 1 分", page.QuerySelector(".card-title")!.TextContent);
        Assert.Null(page.QuerySelector($"a[href='{address}/conversion']"));
        using var refused = await rep.PostForm(address + "/conversion", ("Input.OpportunityName", "项目"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var english = await rep.PostForm("/preferences/language", ("Language", "en"));
        Assert.Equal("Authority is 1 short", (await rep.Page(address)).QuerySelector(".card-title")!.TextContent);
        Assert.NotNull((await (await _app.SignInAs("manager")).Page(address)).QuerySelector($"a[href='{address}/conversion']"));
    }

    [Fact]
    public async Task A_lead_without_an_owner_says_before_its_conversion_who_can_take_it()
    {
        var address = await CreateAsync(await _app.SignInAs("rep"), "10", "8", "7");
        await _app.Database.With<CrmDbContext>(async db =>
        {
            (await db.Leads.SingleAsync()).AssignTo(null, _app.Clock.Now.UtcDateTime);
            await db.SaveAsync(SalesCrm.Testing.World.Admin, CancellationToken.None);
        });

        var admin = await _app.SignInAs("admin");
        Assert.Null((await admin.Page(address)).QuerySelector($"a[href='{address}/conversion']"));
        var closed = await admin.Page(address + "/conversion");
        Assert.NotNull(closed.QuerySelector($".alert a[href='{address}/assignment']"));
        Assert.Null(closed.QuerySelector("main form"));

        var manager = await _app.SignInAs("manager");
        var open = await manager.Page(address + "/conversion");
        Assert.Contains("转化后由您跟进", open.QuerySelector(".alert")!.TextContent, StringComparison.Ordinal);
        using var converted = await manager.FillIn(address + "/conversion");
        Assert.Equal(SalesCrm.Testing.World.Manager.UserId, await _app.Database.With<CrmDbContext, long?>(db => db.Opportunities.Select(row => row.OwnerId).SingleAsync()));
    }

    [Fact]
    public async Task Keeps_what_was_typed_beside_what_is_wrong_with_it()
    {
        var rep = await _app.SignInAs("rep");

        using var answer = await rep.FillIn("/leads/new", ("Input.Company", "某公司"), ("Input.BudgetScore", "很高"), ("Input.Phone", "abc"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Visitor.Read(answer);
        Assert.Equal("某公司", page.QuerySelector("#Input_Company")!.GetAttribute("value"));
        Assert.Equal("很高", page.QuerySelector("#Input_BudgetScore")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("#Input_BudgetScore-error"));
        Assert.Equal(0, await _app.Database.With<CrmDbContext, int>(db => db.Leads.CountAsync()));
    }

    [Fact]
    public async Task Others_leads_do_not_exist_and_some_pages_are_not_for_all()
    {
        var address = await CreateAsync(await _app.SignInAs("rep"), "10", "8", "7");
        var other = await _app.SignInAs("rep2");
        foreach (var path in new[] { address, address + "/edit", address + "/conversion", address + "/disqualification" })
        {
            using var answer = await other.Get(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        using var service = await (await _app.SignInAs("service")).Get("/leads");
        using var scoring = await other.Get("/admin/lead-scoring");
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (service.StatusCode, scoring.StatusCode));
    }

    [Fact]
    public async Task The_list_costs_the_same_however_many_rows_it_shows()
    {
        var rep = await _app.SignInAs("rep");
        await CreateAsync(rep, "10", "8", "7");
        await rep.Page("/leads");
        _app.Commands.Reset();
        await rep.Page("/leads?q=启明");
        var one = _app.Commands.Count;
        await CreateAsync(rep, "10", "8", "6");
        await CreateAsync(rep, "9", "8", "7");
        _app.Commands.Reset();
        var page = await rep.Page("/leads?q=启明");

        Assert.Equal((3, one), (page.QuerySelectorAll("tbody tr").Length, _app.Commands.Count));
        Assert.True(one <= 8, string.Join('\n', _app.Commands.Texts));
    }

    [Fact]
    public async Task A_lead_that_may_not_be_converted_yet_says_what_it_lacks()
    {
        var rep = await _app.SignInAs("rep");
        var address = await CreateAsync(rep, "9", "8", "6");

        var page = await rep.Page(address);

        Assert.Equal("转为机会", page.QuerySelector("button[disabled][aria-describedby=lacking]")!.TextContent.Trim());
        Assert.Contains("决策权限差 1 分", page.QuerySelector("section[aria-label=评分] .card-title")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(address + "/edit", page.QuerySelector("#lacking a")!.GetAttribute("href"));
        Assert.Contains("请经理破例转化", page.QuerySelector("#lacking")!.TextContent, StringComparison.Ordinal);
        var manager = await (await _app.SignInAs("manager")).Page(address);
        Assert.Null(manager.QuerySelector("button[disabled]"));
        Assert.DoesNotContain("请经理", manager.QuerySelector("#lacking")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_admin_changes_a_threshold()
    {
        var address = await CreateAsync(await _app.SignInAs("rep"), "9", "8", "7");
        var admin = await _app.SignInAs("admin");

        using var wrong = await admin.FillIn("/admin/lead-scoring", ("Input.BudgetThreshold", "12"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var saved = await admin.FillIn("/admin/lead-scoring", ("Input.BudgetThreshold", "9"));
        Assert.Equal("/admin/lead-scoring", saved.Headers.Location?.ToString());

        Assert.Equal("三项全部达标，可以转为机会", (await admin.Page(address)).QuerySelector(".card-title")!.TextContent);
    }

    [Fact]
    public async Task The_board_answers_a_move_with_its_lanes_and_a_refused_one_with_what_is_missing()
    {
        var rep = await _app.SignInAs("rep");
        var address = await CreateAsync(rep, "10", "8", "6");
        var board = await rep.Page("/leads/board");
        Assert.Equal("1", board.QuerySelector("#lane-Working")!.GetAttribute("data-count"));
        var version = board.QuerySelector("form.move [name='Input.Version']")!.GetAttribute("value");

        using var refused = await MoveAsync(rep, address, version, "Qualified");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("决策权限差 1 分", (await Visitor.Read(refused)).QuerySelector(".refusal")!.TextContent, StringComparison.Ordinal);
        using var asked = await MoveAsync(rep, address, version, "Disqualified");
        var reason = (await Visitor.Read(asked)).QuerySelectorAll("select[name='Input.ReasonId'] option")[1].GetAttribute("value");
        using var moved = await MoveAsync(rep, address, version, "Disqualified", reason);

        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        var lanes = await Visitor.Read(moved);
        Assert.Equal(("0", "1"), (lanes.QuerySelector("#lane-Working")!.GetAttribute("data-count"), lanes.QuerySelector("#lane-Disqualified")!.GetAttribute("data-count")));
        using var stranger = await (await _app.SignInAs("rep2")).PostForm(address + "/status", ("Input.Status", "Working"));
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
    }

    private static async Task<HttpResponseMessage> MoveAsync(Visitor rep, string address, string? version, string status, string? reason = null)
    {
        var token = (await rep.Page("/leads/board")).QuerySelector("meta[name=antiforgery-token]")!.GetAttribute("content");
        using var request = new HttpRequestMessage(HttpMethod.Post, address + "/status")
        {
            Content = new FormUrlEncodedContent(
            [
                new("__RequestVerificationToken", token!), new("From", "board"), new("Input.Version", version!), new("Input.Status", status), new("Input.ReasonId", reason ?? ""),
            ]),
        };
        request.Headers.Add("HX-Request", "true");
        return await rep.Http.SendAsync(request);
    }

    [Fact]
    public async Task A_manager_gives_the_picked_leads_to_one_person()
    {
        var manager = await _app.SignInAs("manager");
        var address = await CreateAsync(manager, "10", "8", "7");
        var pick = (await manager.Page("/leads")).QuerySelector("tbody .pick")!.GetAttribute("value");

        using var given = await manager.FillIn($"/leads/distribution?ids={pick}", ("Input.OwnerId", SalesCrm.Testing.World.Rep.UserId.ToString(System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal("/leads", given.Headers.Location?.ToString());
        Assert.Contains("林晓雯", (await manager.Page(address)).QuerySelector(".record-head")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<string> CreateAsync(Visitor rep, string budget, string urgency, string authority)
    {
        var source = await _app.Database.With<CrmDbContext, long>(db => db.Dictionary.Where(word => word.Name == "展会").Select(word => word.Id).SingleAsync());
        using var answer = await rep.FillIn("/leads/new",
            ("Input.Company", "启明智能装备有限公司"), ("Input.Person", "顾总"), ("Input.Phone", "13905712266"), ("Input.SourceId", source.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("Input.BudgetScore", budget), ("Input.UrgencyScore", urgency), ("Input.AuthorityScore", authority));
        return answer.Headers.Location?.ToString() ?? throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }
}
