using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Opportunities;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Opportunities;

/// <summary>Two people at one opportunity or deal: the second sees what the first changed, and nothing is lost.</summary>
public sealed class TogetherTests : IAsyncLifetime
{
    private CrmApp _app = null!;
    private Visitor _rep = null!;
    private Visitor _manager = null!;
    private long _customer;
    private long _opportunity;

    public async Task InitializeAsync()
    {
        _app = await CrmApp.CreateAsync();
        (_rep, _manager) = (await _app.SignInAs("rep"), await _app.SignInAs("manager"));
        _customer = await _app.Database.HasCustomerAsync("九川医疗器械", World.Rep);
        _opportunity = await _app.Database.HasPricedOpportunityAsync(_customer, World.Rep);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A03_A_new_opportunity_names_its_source()
    {
        using var refused = await _rep.FillIn($"/opportunities/new?customerId={_customer}", ("Input.Name", "二期"), ("Input.SourceId", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("请选择机会来源", (await Visitor.Read(refused)).QuerySelector("#Input_SourceId-error")!.TextContent);
        await _app.Database.Read(async db =>
        {
            (await db.Customers.SingleAsync(row => row.Id == _customer)).SourceId = await db.Dictionary.Where(word => word.Name == "转介绍").Select(word => word.Id).SingleAsync();
            await db.SaveAsync(World.Admin, CancellationToken.None);
            return 0;
        });
        Assert.Equal("转介绍", (await _rep.Page($"/opportunities/new?customerId={_customer}")).QuerySelector("#Input_SourceId option[selected]")!.TextContent);
    }

    [Theory]
    [InlineData("/stage")]
    [InlineData("/closing")]
    public async Task Who_moves_or_closes_upon_an_older_version_sees_what_was_changed_and_may_go_on(string form)
    {
        await _app.Database.PutIntoAsync(_opportunity, StageCode.FirstContact);
        var path = $"/opportunities/{_opportunity}{form}";
        var old = VersionIn(await _rep.Page(path));
        using var first = await _manager.FillIn($"/opportunities/{_opportunity}/edit", ("Input.Amount", "99000"));
        var (name, fields) = form == "/stage"
            ? ("Input.Version", new[] { ("Input.Stage", "Identified"), ("Input.Reason", "客户推迟了") })
            : ("Win.Version", new[] { ("Win.Amount", "88000"), ("Win.Reason", "急单") });

        using var second = await _rep.FillIn(path, [.. fields, (name, old)]);

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var page = await Visitor.Read(second);
        var told = page.QuerySelector(".form-page dl")!.TextContent;
        Assert.Contains("268,000", told, StringComparison.Ordinal);
        Assert.Contains("99,000", told, StringComparison.Ordinal);
        Assert.Contains("王芳", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(fields[1].Item2, page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(old, VersionIn(page));
        using var again = await _rep.FillIn(path, [.. fields, (name, VersionIn(page))]);
        Assert.NotEqual(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Fact]
    public async Task The_second_to_change_a_deal_or_a_milestone_chooses_field_by_field()
    {
        using var sold = await _rep.FillIn($"/deals/new?customerId={_customer}", ("Input.On", "2024-03-01"), ("Input.Amount", "50000"));
        using var planned = await _rep.FillIn($"/opportunities/{_opportunity}/milestones", ("Input.On", "2024-04-10"), ("Input.Text", "提交方案"));
        var (deal, milestone) = await _app.Database.Read(async db => (await db.Deals.Select(row => row.Id).SingleAsync(), await db.Milestones.Select(row => row.Id).SingleAsync()));
        foreach (var (path, field, theirs, mine, other) in new[]
        {
            ($"/deals/{deal}/edit", "Input.Amount", "60000", "50000", "Input.Remark"),
            ($"/opportunities/{_opportunity}/milestones?edit={milestone.ToString(CultureInfo.InvariantCulture)}", "Input.Text", "提交方案 v2", "提交方案", "Input.On"),
        })
        {
            var old = VersionIn(await _rep.Page(path));
            var own = (other, other == "Input.On" ? "2024-04-12" : "分两次付款");
            using var first = await _manager.FillIn(path, (field, theirs));
            using var second = await _rep.FillIn(path, (field, mine), own, ("Input.Version", old));

            Assert.Equal((path, HttpStatusCode.Conflict), (path, second.StatusCode));
            var page = await Visitor.Read(second);
            Assert.Equal([mine, theirs], page.QuerySelectorAll($".conflict-table [name='{field}']").Select(choice => choice.GetAttribute("value")));
            Assert.Equal((theirs, own.Item2), (Proposed(page, field), Proposed(page, other)));
            using var chosen = await _rep.FillIn(path, (field, theirs), own, ("Input.Version", VersionIn(page)));
            Assert.Equal((path, HttpStatusCode.Redirect), (path, chosen.StatusCode));
        }

        Assert.Equal((60000m, "分两次付款"), await _app.Database.Read(db => db.Deals.Select(row => ValueTuple.Create(row.Amount, row.Remark)).SingleAsync()));
        Assert.Equal(("提交方案 v2", new DateOnly(2024, 4, 12)), await _app.Database.Read(db => db.Milestones.Select(row => ValueTuple.Create(row.Text, row.On!.Value)).SingleAsync()));
    }

    /// <summary>What he left as it was is not meant against the newer value; what he typed is.</summary>
    private static string? Proposed(IParentNode page, string field) => page.QuerySelectorAll($".conflict-table [name='{field}'][checked]").Single().GetAttribute("value");

    private static string? VersionIn(IParentNode page) => page.QuerySelector("main [name$='.Version']")!.GetAttribute("value");
}
