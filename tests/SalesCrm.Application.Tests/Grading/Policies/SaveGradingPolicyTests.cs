using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Grading.Policies;
using SalesCrm.Application.Shared;
using SalesCrm.Testing;
using static SalesCrm.Application.Customers.ReferralPotential;

namespace SalesCrm.Application.Tests.Grading.Policies;

public sealed class SaveGradingPolicyTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Saves_the_next_version_with_its_author_and_keeps_the_first()
    {
        var saved = await SaveAsync(Input(amountA: "60万"));

        Assert.Equal((true, 2), (saved.IsDone, saved.Value));
        var versions = await HistoryAsync();
        Assert.Equal([(2, 600_000m, "管理员"), (1, 500_000m, null)], versions.Select(version => (version.Revision, version.AmountA, version.By)));
    }

    [Fact]
    public async Task Only_the_first_of_two_who_change_the_same_version_wins()
    {
        Assert.True((await SaveAsync(Input(amountA: "60万"))).IsDone);

        var late = await SaveAsync(Input(amountA: "70万"));

        Assert.Equal((OutcomeKind.Conflict, 2), (late.Kind, (await HistoryAsync()).Count));
    }

    [Fact]
    public async Task Is_the_admins() => Assert.Equal(OutcomeKind.Forbidden, (await SaveAsync(Input(), World.Boss)).Kind);

    [Fact]
    public async Task Refuses_thresholds_that_make_no_sense()
    {
        Assert.Equal("AmountA", await FirstProblemAsync(Input(amountA: "五十")));
        Assert.Equal("AmountA", await FirstProblemAsync(Input(amountA: "")));
        Assert.Equal("AmountA", await FirstProblemAsync(Input(amountA: "10万")));
        Assert.Equal("YearsA", await FirstProblemAsync(Input() with { YearsA = 0 }));
        Assert.Equal("YearsB", await FirstProblemAsync(Input() with { YearsB = -1 }));
        Assert.Equal("DormantMonths", await FirstProblemAsync(Input() with { DormantMonths = 0 }));
        Assert.Equal("ReferralA", await FirstProblemAsync(Input() with { ReferralA = null }));
        Assert.Single(await HistoryAsync());
    }

    [Fact]
    public async Task The_what_if_comes_true_once_saved()
    {
        foreach (var (amount, months) in new[] { (600_000, 36), (520_000, 36), (300_000, 36), (250_000, 18), (10_000, 2) })
        {
            await GradedCustomers.BuyerAsync(_database, amount, months, High, true);
        }

        await GradedCustomers.BuyerAsync(_database, 300_000, 36, High, true, World.Rep3);
        await GradedCustomers.RegradeAsync(_database);
        var input = Input(amountA: "55万", amountB: "26万");

        var whole = (await WhatIfAsync(input, World.Admin)).Value!;
        var south = (await WhatIfAsync(input, World.Manager2)).Value!;

        Assert.Equal([2, 3, 1, 0], whole.Now);
        Assert.Equal([1, 3, 2, 0], whole.Then);
        Assert.Equal((0, 2), (whole.Raised, whole.Lowered));
        Assert.Equal([(520_000m, Grade.B), (250_000m, Grade.C)], whole.Largest.Select(moved => (moved.AnnualAmount, moved.To)));
        Assert.Equal((1, 0), (south.Now.Sum(), south.Moving));

        await SaveAsync(input);
        Assert.Equal(new RegradeCustomers.Result(6, 0, 2), await GradedCustomers.RegradeAsync(_database));
        var shares = (await _database.With<GradeOverview, GradeOverview.Summary>(overview => overview.ReadAsync(World.Admin, CancellationToken.None))).Shares;
        Assert.Equal(whole.Then, shares.Select(share => share.Count));
        Assert.Equal([2, 2], await _database.Read(db => db.GradeChanges.Where(change => change.PolicyRevision == 2).Select(change => change.PolicyRevision!.Value).ToListAsync()));
    }

    private static SaveGradingPolicy.Input Input(string amountA = "500000", string amountB = "200000") => new()
    {
        BasedOn = 1,
        AmountA = amountA,
        YearsA = 2,
        ReferralA = High,
        AmountB = amountB,
        YearsB = 1,
        StableDemandB = true,
        DormantMonths = 12,
        DormantInteractions = 2,
    };

    private Task<Outcome<int>> SaveAsync(SaveGradingPolicy.Input input, Actor? actor = null)
        => _database.With<SaveGradingPolicy, Outcome<int>>(save => save.ExecuteAsync(input, actor ?? World.Admin, CancellationToken.None));

    private async Task<string> FirstProblemAsync(SaveGradingPolicy.Input input) => (await SaveAsync(input)).Problems[0].Property;

    private Task<Outcome<GradingWhatIf.Result>> WhatIfAsync(SaveGradingPolicy.Input input, Actor actor)
        => _database.With<GradingWhatIf, Outcome<GradingWhatIf.Result>>(whatIf => whatIf.ReadAsync(input, actor, CancellationToken.None));

    private Task<IReadOnlyList<GradingPolicyHistory.PolicyRow>> HistoryAsync()
        => _database.With<GradingPolicyHistory, IReadOnlyList<GradingPolicyHistory.PolicyRow>>(history => history.ReadAsync(CancellationToken.None));
}
