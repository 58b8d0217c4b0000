using System.Globalization;
using System.Net;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Grading;

public sealed class GradingPagesTests : IAsyncLifetime
{
    private CrmApp _app = null!;
    private long _buyer;

    public async Task InitializeAsync()
    {
        _app = await CrmApp.CreateAsync();
        _buyer = await AddAsync("澜图科技", 486_200, 27, World.Rep);
        await _app.Database.With<RegradeCustomers>(regrade => regrade.ExecuteAsync(World.Admin, CancellationToken.None));
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task The_card_explains_each_condition_as_page_and_as_fragment()
    {
        var rep = await _app.SignInAs("rep");
        var page = await rep.Page(Card);

        Assert.Equal("等级 B，距 A 级只差 13,800 元采购额", page.QuerySelector(".card-title")!.TextContent);
        Assert.Equal(["false", "true", "true"], page.QuerySelectorAll("[data-grade-conditions=A] tr").Select(row => row.GetAttribute("data-met")));
        Assert.Contains("差 13,800", page.QuerySelector("[data-criterion=AnnualAmount]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector($"a[href='/grading/{_buyer}/override']"));

        rep.Http.DefaultRequestHeaders.Add("HX-Request", "true");
        using var fragment = await rep.Get(Card);
        var text = await fragment.Content.ReadAsStringAsync();
        Assert.StartsWith("<div class=\"card-header\"", text.TrimStart(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speaks_English()
    {
        var rep = await _app.SignInAs("rep");
        using var english = await rep.PostForm("/preferences/language", ("Language", "en"));

        Assert.Equal("Grade B, only ¥13,800 of purchases short of A", (await rep.Page(Card)).QuerySelector(".card-title")!.TextContent);
        Assert.Contains("Annual purchases ¥486,200 ≥ ¥200,000", (await rep.Page("/grading")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_overrides_and_goes_back_to_the_rule()
    {
        var manager = await _app.SignInAs("manager");
        using var wrong = await manager.FillIn($"/grading/{_buyer}/override", ("Input.Grade", "A"), ("Input.Reason", ""), ("Input.Until", "2024-03-01"));
        var page = await Visitor.Read(wrong);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal("到期日不能早于今天", page.QuerySelector("#Input_Until-error")!.TextContent);
        Assert.Equal("2024-03-01", page.QuerySelector("#Input_Until")!.GetAttribute("value"));

        using var done = await manager.FillIn($"/grading/{_buyer}/override", ("Input.Grade", "A"), ("Input.Reason", "战略客户"), ("Input.Until", "2024-06-30"));
        Assert.Equal(Card, done.Headers.Location?.ToString());
        Assert.Equal("等级 A（人工调整），按规则为 B", (await manager.Page(Card)).QuerySelector(".card-title")!.TextContent);
        Assert.Contains("战略客户", (await manager.Page("/grading/overrides")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);

        using var dropped = await manager.FillIn($"/grading/{_buyer}/recalculation");
        Assert.Equal(Card, dropped.Headers.Location?.ToString());
        Assert.StartsWith("等级 B", (await manager.Page(Card)).QuerySelector(".card-title")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_others_own_is_not_there_and_a_rep_may_not_override()
    {
        foreach (var (who, path, status) in new[]
        {
            ("rep2", Card, HttpStatusCode.NotFound),
            ("manager2", $"/grading/{_buyer}/override", HttpStatusCode.NotFound),
            ("rep", $"/grading/{_buyer}/override", HttpStatusCode.Forbidden),
            ("rep", "/grading/evaluation", HttpStatusCode.Forbidden),
            ("service", "/grading", HttpStatusCode.Forbidden),
            ("rep2", $"/grading/{_buyer}/judgement", HttpStatusCode.NotFound),
        })
        {
            using var answer = await (await _app.SignInAs(who)).Get(path);
            Assert.Equal((who, path, status), (who, path, answer.StatusCode));
        }
    }

    [Fact]
    public async Task A_judgement_changes_the_grade_at_once()
    {
        var rep = await _app.SignInAs("rep");

        using var done = await rep.FillIn($"/grading/{_buyer}/judgement", ("Input.IsDemandStable", "False"));

        Assert.Equal(Card, done.Headers.Location?.ToString());
        var page = await rep.Page(Card);
        Assert.StartsWith("等级 C", page.QuerySelector(".card-title")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("需求不稳定", page.QuerySelector("#history")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_admin_tries_a_threshold_saves_it_and_everybody_is_graded()
    {
        var admin = await _app.SignInAs("admin");
        using var tried = await admin.FillIn("/grading/policies/1", ("Input.AmountA", "48万"), ("Preview", "true"));
        var page = await Visitor.Read(tried);
        Assert.Equal("1", page.QuerySelector("[data-metric=what-if-moving]")!.GetAttribute("data-value"));
        Assert.Equal("48万", page.QuerySelector("#Input_AmountA")!.GetAttribute("value"));
        Assert.Contains("澜图科技", page.QuerySelector("#what-if")!.TextContent, StringComparison.Ordinal);

        using var saved = await admin.FillIn("/grading/policies/1", ("Input.AmountA", "48万"));
        Assert.Equal("/grading/policies/2", saved.Headers.Location?.ToString());
        var overview = await admin.Page("/grading");
        Assert.Equal("1", overview.QuerySelector("[data-metric=grade][data-grade=A]")!.GetAttribute("data-value"));
        using var manager = await (await _app.SignInAs("manager")).FillIn("/grading/policies/2", ("Input.AmountA", "47万"));
        Assert.Equal(HttpStatusCode.Forbidden, manager.StatusCode);
    }

    [Fact]
    public async Task The_overview_costs_the_same_however_much_changed()
    {
        var manager = await _app.SignInAs("manager");
        await manager.Page("/grading");
        _app.Commands.Reset();
        await manager.Page("/grading");
        var one = _app.Commands.Count;
        await AddAsync("甲", 600_000, 40, World.Rep2);
        await AddAsync("乙", 1_000, 4, World.Rep2);
        using var evaluated = await manager.FillIn("/grading/evaluation");
        Assert.Equal("/grading", evaluated.Headers.Location?.ToString());
        _app.Commands.Reset();
        var page = await manager.Page("/grading");

        Assert.Equal((3, one), (page.QuerySelectorAll("tbody tr").Length, _app.Commands.Count));
        Assert.True(one <= 8, string.Join('\n', _app.Commands.Texts));
    }

    private string Card => string.Create(CultureInfo.InvariantCulture, $"/grading/for-customer/{_buyer}");

    private Task<long> AddAsync(string name, decimal amount, int months, Actor owner) => _app.Database.With<CrmDbContext, long>(async db =>
    {
        var today = new DateOnly(2024, 4, 1);
        var customer = new Customer("KH" + name, _app.Clock.Now.UtcDateTime, null)
        {
            AnnualAmount = amount,
            FirstDealOn = today.AddMonths(-months),
            LastDealOn = today,
            ReferralPotential = ReferralPotential.High,
            IsDemandStable = true,
        };
        customer.Rename(name, name);
        customer.AssignTo(owner.UserId);
        db.Customers.Add(customer);
        await db.SaveAsync(Actor.System, CancellationToken.None);
        return customer.Id;
    });
}
