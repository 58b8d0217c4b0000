using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared;
using SalesCrm.Testing;
using static SalesCrm.Application.Customers.ReferralPotential;

namespace SalesCrm.Application.Tests.Grading;

public sealed class JudgeCustomerTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Grades_at_once_and_says_who_judged_when()
    {
        var id = await GradedCustomers.BuyerAsync(_database, 600_000, 36);

        Assert.True((await JudgeAsync(id, World.Rep)).IsDone);

        Assert.Equal(Grade.A, await GradedCustomers.GradeAsync(_database, id));
        var card = (await GradedCustomers.CardAsync(_database, id, World.Rep))!;
        Assert.Equal(("林晓雯", _database.Clock.Now.UtcDateTime), (card.ReferralJudged!.By, card.ReferralJudged.At));
        Assert.Equal("等级 A，条件全部满足", card.Title.ToString());
        Assert.Equal("年采购额 60万 ≥ 50万，合作 3 年，推荐潜力高", Assert.Single(card.History).Why.ToString());
    }

    [Fact]
    public async Task Is_for_those_who_edit_the_file()
    {
        var id = await GradedCustomers.BuyerAsync(_database, 600_000, 36);

        Assert.Equal(OutcomeKind.NotFound, (await JudgeAsync(id, World.Rep2)).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await JudgeAsync(id, World.Manager2)).Kind);
        Assert.True((await JudgeAsync(id, World.Manager)).IsDone);
    }

    [Fact]
    public async Task Refuses_a_stale_form()
    {
        var id = await GradedCustomers.BuyerAsync(_database, 600_000, 36);
        var input = new JudgeCustomer.Input { Version = Guid.NewGuid(), ReferralPotential = High };

        Assert.Equal(OutcomeKind.Conflict, (await _database.With<JudgeCustomer, Outcome>(judge => judge.ExecuteAsync(id, input, World.Rep, CancellationToken.None))).Kind);
        Assert.Null((await GradedCustomers.FindAsync(_database, id)).ReferralPotential);
    }

    private async Task<Outcome> JudgeAsync(long id, Actor actor)
    {
        var input = new JudgeCustomer.Input { Version = (await GradedCustomers.FindAsync(_database, id)).Version, ReferralPotential = High, IsDemandStable = true };
        return await _database.With<JudgeCustomer, Outcome>(judge => judge.ExecuteAsync(id, input, actor, CancellationToken.None));
    }
}
