using System.Globalization;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Grading;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Grading;

/// <summary>The golden cases of grading, typed into the forms of customers, deals and judgements, and read off the customer's pages. Today is 2024-04-01.</summary>
public sealed class GoldenGradesTests : IAsyncLifetime
{
    private static int _customers;
    private CrmApp _app = null!;
    private Visitor _rep = null!;

    public async Task InitializeAsync()
    {
        _app = await CrmApp.CreateAsync();
        _rep = await _app.SignInAs("rep");
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("Z2-1", "2022-04-01", "50万", "High", true, "A")]
    [InlineData("Z2-2", "2021-04-01", "49.99万", "High", true, "B")]
    [InlineData("Z2-3", "2022-05-01", "50万", "High", true, "B")]
    [InlineData("Z2-4", "2021-04-01", "60万", "Medium", true, "B")]
    [InlineData("Z2-5", "2023-04-01", "20万", "Medium", true, "B")]
    [InlineData("Z2-6", "2021-04-01", "19.99万", "High", true, "C")]
    [InlineData("Z2-7", "2023-05-01", "30万", "High", true, "C")]
    [InlineData("Z2-8", "2022-04-01", "30万", "High", false, "C")]
    [InlineData("Z2-9", "2023-10-01", "0.5万", "Low", true, "C")]
    public async Task Z2_the_grade_follows_the_deals_and_the_judgements(string row, string firstDeal, string year, string referral, bool stable, string grade)
    {
        var customer = await CustomerAsync(row);
        await DealAsync(customer, firstDeal, "0.01");
        await DealAsync(customer, "2024-03-01", Less(year, firstDeal));
        using var judged = await _rep.FillIn($"/grading/{customer}/judgement", ("Input.ReferralPotential", referral), ("Input.IsDemandStable", stable ? "True" : "False"));

        Assert.Equal(grade, await GradeAsync(customer));
        Assert.Equal(grade, (await _rep.Page("/customers?q=" + Uri.EscapeDataString(Name(row)))).QuerySelector("tbody [data-grade]")!.GetAttribute("data-grade"));
    }

    [Fact]
    public async Task Z2_3_says_that_one_month_is_missing()
    {
        var customer = await CustomerAsync("一个月");
        await DealAsync(customer, "2022-05-01", "1");
        await DealAsync(customer, "2024-03-01", "50万");
        using var judged = await _rep.FillIn($"/grading/{customer}/judgement", ("Input.ReferralPotential", "High"), ("Input.IsDemandStable", "True"));

        Assert.Contains("差 1 个月", (await CardAsync(customer)).QuerySelector("[data-grade-conditions=A] [data-criterion=Tenure], [data-criterion=Tenure]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Z2_10_a_need_without_a_deal_is_D() => Assert.Equal("D", await GradeAsync(await CustomerAsync("未成交")));

    [Fact]
    public async Task Z2_11_the_log_of_a_customer_who_stopped_buying_decides_between_C_and_D()
    {
        var customer = await CustomerAsync("久未购买");
        await DealAsync(customer, "2023-03-01", "30万");
        await LogAsync(customer);
        Assert.Equal("D", await GradeAsync(customer));

        await LogAsync(customer);
        var third = await LogAsync(customer);
        Assert.Equal("C", await GradeAsync(customer));

        using var undone = await _rep.PostForm($"/visits/{third}/archive", ("archived", "true"));
        Assert.Equal("D", await GradeAsync(customer));
        Assert.Equal(["D", "C"], (await CardAsync(customer)).QuerySelectorAll("#history [data-to]").Select(change => change.GetAttribute("data-to")));
    }

    [Fact]
    public async Task Z2_12_an_override_holds_until_its_day()
    {
        var customer = await CustomerAsync("人工调整");
        await DealAsync(customer, "2019-04-01", "1");
        await DealAsync(customer, "2024-03-01", "80万");
        using var judged = await _rep.FillIn($"/grading/{customer}/judgement", ("Input.ReferralPotential", "High"), ("Input.IsDemandStable", "True"));
        Assert.Equal("A", await GradeAsync(customer));

        using var held = await (await _app.SignInAs("manager")).FillIn($"/grading/{customer}/override", ("Input.Grade", "B"), ("Input.Reason", "付款拖延"), ("Input.Until", "2024-06-30"));
        Assert.Equal("B", await GradeAsync(customer));
        await NightOfAsync(2024, 6, 30);
        Assert.Equal("B", await GradeAsync(customer));
        await NightOfAsync(2024, 7, 1);
        Assert.Equal("A", await GradeAsync(customer));
    }

    /// <summary>What the second deal must be worth so that the year's purchases come to <paramref name="year"/>.</summary>
    private static string Less(string year, string firstDeal)
    {
        var whole = decimal.Parse(year.TrimEnd('万'), CultureInfo.InvariantCulture) * 10_000;
        return (string.CompareOrdinal(firstDeal, "2023-04-01") > 0 ? whole - 0.01m : whole).ToString(CultureInfo.InvariantCulture);
    }

    private static string Name(string row) => $"金样 {row}";

    private async Task<long> CustomerAsync(string row)
    {
        var industry = await _app.Database.Read(db => db.Dictionary.Where(word => word.Kind == DictionaryKind.Industry).Select(word => word.Id).FirstAsync());
        using var answer = await _rep.FillIn(
            "/customers/new", ("Input.Name", Name(row)), ("Input.IndustryId", industry.ToString(CultureInfo.InvariantCulture)), ("Input.ContactName", "张三"),
            ("Input.ContactEmail", $"buyer{Interlocked.Increment(ref _customers)}@example.com"), ("Input.Need", "需要检测设备"), ("Input.NeedStage", "Confirmed"));
        return long.Parse(answer.Headers.Location!.ToString().Split('/')[^1], CultureInfo.InvariantCulture);
    }

    private async Task DealAsync(long customer, string on, string amount)
    {
        using var answer = await _rep.FillIn($"/deals/new?customerId={customer}", ("Input.On", on), ("Input.Amount", amount));
        Assert.NotNull(answer.Headers.Location);
    }

    private async Task<string> LogAsync(long customer)
    {
        using var answer = await _rep.FillIn($"/visits/new?customerId={customer}", ("Input.Feedback", "近期没有计划"));
        Assert.Equal($"/customers/{customer}", answer.Headers.Location?.ToString());
        return (await _app.Database.Read(db => db.Visits.MaxAsync(visit => visit.Id))).ToString(CultureInfo.InvariantCulture);
    }

    private async Task NightOfAsync(int year, int month, int day)
    {
        _app.Clock.GoTo(year, month, day);
        await _app.Database.With<NightlyGrading, RegradeCustomers.Result?>(nightly => nightly.RunIfDueAsync(CancellationToken.None));
        _rep = await _app.SignInAs("rep");
    }

    private Task<IHtmlDocument> CardAsync(long customer) => _rep.Page($"/grading/for-customer/{customer}");

    private async Task<string?> GradeAsync(long customer)
    {
        var page = (await _rep.Page($"/customers/{customer}")).QuerySelector(".record-head [data-grade]")!.GetAttribute("data-grade");
        Assert.Equal(page, (await CardAsync(customer)).QuerySelector(".card-header [data-grade]")!.GetAttribute("data-grade"));
        return page;
    }
}
