using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Acts;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Merges;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Surveys;
using SalesCrm.Application.Tests.Surveys;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Customers;

public sealed class LifecycleTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2024, 4, 1);

    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData(0, null, null, null, 0, LifecycleType.Potential)]
    [InlineData(1, "2024-01-02", "2024-01-02", null, 0, LifecycleType.New)]
    [InlineData(1, "2024-01-01", "2024-01-01", null, 0, LifecycleType.Existing)]
    [InlineData(3, "2024-03-01", "2024-03-20", "4", 0, LifecycleType.Loyal)]
    [InlineData(3, "2024-03-01", "2024-03-20", "3.99", 0, LifecycleType.New)]
    [InlineData(2, "2023-06-01", "2024-03-20", "5", 0, LifecycleType.Existing)]
    [InlineData(3, "2022-06-01", "2023-06-01", null, 0, LifecycleType.Loyal)]
    [InlineData(3, "2022-06-02", "2023-06-01", null, 0, LifecycleType.Existing)]
    [InlineData(3, "2022-06-01", "2023-06-01", "3.67", 0, LifecycleType.Existing)]
    [InlineData(1, "2023-06-01", "2023-06-01", null, 1, LifecycleType.Loyal)]
    [InlineData(1, "2023-06-01", "2023-06-01", "3", 1, LifecycleType.Existing)]
    [InlineData(0, null, null, "5", 2, LifecycleType.Potential)]
    [InlineData(5, "2020-01-01", "2023-04-02", "5", 3, LifecycleType.Churned)]
    [InlineData(5, "2020-01-01", "2023-04-03", "5", 3, LifecycleType.Loyal)]
    public void H07_the_type_follows_from_deals_survey_and_referrals(int deals, string? first, string? last, string? score, int referrals, LifecycleType expected)
    {
        var signs = new LifecycleSigns(deals, Day(first), Day(last), score is null ? null : decimal.Parse(score, CultureInfo.InvariantCulture), score is null ? null : Today, referrals);
        Assert.Equal(expected, new LifecycleRules().TypeOf(signs, Today));
        Assert.NotEmpty(LifecycleReason.Of(expected, signs, new()).ToString());
    }

    [Fact]
    public async Task H07_potential_becomes_existing_then_loyal_then_lost_with_reason_and_date()
    {
        var id = await CustomerInputs.CreateAsync(_database, "启明智能装备");
        await ChangeRulesAsync(rules => rules.NewDays = 0);
        Assert.Equal((LifecycleType.Potential, null, "还没有成交"), await TypeAsync(id));

        await BuyAsync(id, new DateOnly(2024, 2, 1));
        Assert.Equal((LifecycleType.Existing, Today, "1 次成交，最近 2024年2月1日"), await TypeAsync(id));
        await BuyAsync(id, new DateOnly(2024, 3, 1));
        await BuyAsync(id, new DateOnly(2024, 3, 20));
        Assert.Equal((LifecycleType.Existing, Today, "3 次成交，最近 2024年3月20日；还没有满意度调查，合作也未满 12 个月"), await TypeAsync(id));

        _database.Clock.GoTo(2024, 4, 3);
        var survey = await SurveyInputs.RecordAsync(_database, id, new DateOnly(2024, 4, 2), 4, 4, 5);
        Assert.Equal((LifecycleType.Loyal, Today, "3 次成交，最近一次满意度 4.33 分（2024年4月2日）"), await TypeAsync(id));

        await _database.With<EditSurvey, Outcome>(edit => edit.ExecuteAsync(survey, SurveyInputs.Edited(_database, survey, 3, 4, 4), World.Rep, CancellationToken.None));
        Assert.Equal((LifecycleType.Existing, "3 次成交，但最近一次满意度 3.67 分（2024年4月2日），低于 4.0 分"), await TypeAsync(id) is var now ? (now.Type, now.Why) : default);
        await _database.With<RemoveSurvey, Outcome>(remove => remove.ExecuteAsync(survey, World.Rep, CancellationToken.None));
        Assert.Equal(LifecycleType.Existing, (await TypeAsync(id)).Type);

        _database.Clock.GoTo(2025, 3, 20);
        await GradedRegradeAsync();
        Assert.Equal((LifecycleType.Churned, new DateOnly(2025, 3, 20), "最近成交 2024年3月20日，已满 365 天没有再买"), await TypeAsync(id));
        await CheckAsync();
    }

    [Fact]
    public async Task H07_a_referral_that_buys_makes_the_referrer_loyal_whoever_changes_what()
    {
        var referrer = await CustomerInputs.CreateAsync(_database, "推荐人公司");
        var other = await CustomerInputs.CreateAsync(_database, "另一家公司");
        await BuyAsync(referrer, new DateOnly(2023, 10, 1));
        await BuyAsync(other, new DateOnly(2023, 10, 1));
        var referred = await CustomerInputs.CreateAsync(_database, "被推荐的公司");
        await ReferAsync(referred, referrer);
        Assert.Equal(LifecycleType.Existing, (await TypeAsync(referrer)).Type);

        await BuyAsync(referred, new DateOnly(2024, 3, 1));
        Assert.Equal((LifecycleType.Loyal, Today, "推荐的客户中 1 家已成交，最近成交 2023年10月1日"), await TypeAsync(referrer));
        await ReferAsync(referred, other);
        Assert.Equal((LifecycleType.Existing, LifecycleType.Loyal), ((await TypeAsync(referrer)).Type, (await TypeAsync(other)).Type));

        await ChangeRulesAsync(rules => rules.LoyalReferrals = 2);
        Assert.Equal(LifecycleType.Existing, (await TypeAsync(other)).Type);
        await CheckAsync();
    }

    [Fact]
    public async Task H07_merging_moves_surveys_and_referrals_and_undoing_brings_them_back()
    {
        var (kept, other) = (await CustomerInputs.CreateAsync(_database, "和旭机械"), await CustomerInputs.CreateAsync(_database, "和旭设备"));
        var referred = await CustomerInputs.CreateAsync(_database, "被推荐的公司");
        await ReferAsync(referred, other);
        await BuyAsync(referred, new DateOnly(2024, 3, 1));
        await BuyAsync(kept, new DateOnly(2023, 10, 1));
        await SurveyInputs.RecordAsync(_database, other, new DateOnly(2024, 3, 5), 5, 5, 5);
        var before = await TypesAsync();

        var versions = await _database.Read(db => db.Customers.ToDictionaryAsync(row => row.Id, row => row.Version));
        var act = await _database.With<MergeCustomers, Outcome<long>>(merge => merge.ExecuteAsync(new(kept, other, [], versions[kept], versions[other]), World.Manager, CancellationToken.None));
        Assert.True(act.IsDone);
        Assert.Equal((LifecycleType.Loyal, 5m, 1), await _database.Read(db => db.Customers.Where(row => row.Id == kept).Select(row => ValueTuple.Create(row.Lifecycle, row.SurveyScore!.Value, row.BuyingReferrals)).SingleAsync()));
        await CheckAsync();

        Assert.True((await _database.With<UndoAct, Outcome<int>>(undo => undo.ExecuteAsync(act.Value, World.Manager, CancellationToken.None))).IsDone);
        Assert.Equal(before, await TypesAsync());
        await CheckAsync();
    }

    [Fact]
    public async Task H07_counts_per_type_stay_within_the_readers_scope()
    {
        await BuyAsync(await CustomerInputs.CreateAsync(_database, "买过的公司"), new DateOnly(2024, 3, 1));
        await CustomerInputs.CreateAsync(_database, "没买过的公司");
        await CustomerInputs.CreateAsync(_database, "别人的公司", World.Rep3);

        Assert.Equal((1, 1), await CountsAsync(World.Rep));
        Assert.Equal((2, 1), await CountsAsync(World.Boss));
        Assert.Equal((1, 0), await CountsAsync(World.Rep3));
    }

    [Fact]
    public async Task H07_only_the_admin_changes_the_rules_and_within_their_bounds()
    {
        Task<Outcome> Save(Actor actor, int churn) => _database.With<SaveLifecycleRules, Outcome>(async save => await save.ExecuteAsync(await save.FormAsync(CancellationToken.None) with { ChurnDays = churn }, actor, CancellationToken.None));
        Assert.Equal(OutcomeKind.Forbidden, (await Save(World.Boss, 100)).Kind);
        Assert.Equal("ChurnDays", Assert.Single((await Save(World.Admin, 0)).Problems).Property);
        Assert.True((await Save(World.Admin, 100)).IsDone);
    }

    private async Task<(int Potential, int New)> CountsAsync(Actor actor)
    {
        var counts = await _database.With<CustomerTypes, CustomerTypes.Counts>(types => types.ReadAsync(actor, CancellationToken.None));
        return (counts.Lines.Single(line => line.Type == LifecycleType.Potential).Count, counts.Lines.Single(line => line.Type == LifecycleType.New).Count);
    }

    private async Task<(LifecycleType Type, DateOnly? Since, string Why)> TypeAsync(long id)
    {
        var card = await _database.With<CustomerDetails, CustomerDetails.CustomerCard?>(details => details.FindAsync(id, World.Admin, CancellationToken.None));
        return (card!.Lifecycle, card.LifecycleSince, card.LifecycleWhy.ToString());
    }

    private Task<List<string>> TypesAsync() => _database.Read(db => db.Customers.OrderBy(row => row.Id).Select(row => row.Name + row.Lifecycle + row.SurveyScore + row.SurveyOn + row.BuyingReferrals).ToListAsync());

    private async Task BuyAsync(long customer, DateOnly on)
        => Assert.True((await _database.With<RecordDeal, Outcome<long>>(record => record.ExecuteAsync(new() { CustomerId = customer, On = on, Amount = "100", OwnerId = World.Rep.UserId }, World.Rep, CancellationToken.None))).IsDone);

    private async Task ReferAsync(long customer, long referrer)
    {
        var number = await _database.Read(db => db.Customers.Where(row => row.Id == referrer).Select(row => row.Number).SingleAsync());
        var form = await _database.With<CustomerForm, EditCustomer.Input?>(form => form.FindAsync(customer, World.Rep, CancellationToken.None));
        form!.ReferredBy = number;
        Assert.True((await _database.With<EditCustomer, Outcome>(edit => edit.ExecuteAsync(customer, form, World.Rep, CancellationToken.None))).IsDone);
    }

    private async Task ChangeRulesAsync(Action<SaveLifecycleRules.Input> change) => Assert.True((await _database.With<SaveLifecycleRules, Outcome>(async save =>
    {
        var input = await save.FormAsync(CancellationToken.None);
        change(input);
        return await save.ExecuteAsync(input, World.Admin, CancellationToken.None);
    })).IsDone);

    private Task GradedRegradeAsync() => _database.With<RegradeCustomers, Outcome<RegradeCustomers.Result>>(regrade => regrade.ExecuteAsync(Actor.System, CancellationToken.None));

    private async Task CheckAsync() => Assert.Empty(await _database.With<IEnumerable<IFigureCheck>, List<string>>(async checks =>
    {
        var found = new List<string>();
        foreach (var check in checks.Where(check => check.Name is "deals" or "surveys"))
        {
            found.AddRange(await check.FindDifferencesAsync(CancellationToken.None));
        }

        return found;
    }));

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
