using SalesCrm.Testing;
using static SalesCrm.Application.Customers.ReferralPotential;

namespace SalesCrm.Application.Tests.Grading;

public sealed class GradeCardTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Names_the_one_thing_that_is_missing()
    {
        var id = await GradedCustomers.BuyerAsync(_database, 486_200, 27, High, true);
        await GradedCustomers.RegradeAsync(_database);

        var card = (await GradedCustomers.CardAsync(_database, id, World.Rep))!;

        Assert.Equal("等级 B，距 A 级只差 13,800 元采购额", card.Title.ToString());
        Assert.Equal((true, false), (card.MayJudge, card.MayOverride));
        Assert.Equal(1, card.Revision);
    }

    [Theory]
    [InlineData(600_000, 23, High, "等级 B，距 A 级只差一项：合作时长")]
    [InlineData(300_000, 14, Low, "等级 B，距 A 级还差 3 项")]
    [InlineData(100_000, 14, Low, "等级 C，距 B 级只差 100,000 元采购额")]
    public async Task Says_how_far_the_next_grade_is(int amount, int months, Application.Customers.ReferralPotential referral, string title)
    {
        var id = await GradedCustomers.BuyerAsync(_database, amount, months, referral, true);

        Assert.Equal(title, (await GradedCustomers.CardAsync(_database, id, World.Manager))!.Title.ToString());
    }

    [Fact]
    public async Task Is_not_there_for_others()
    {
        var id = await GradedCustomers.BuyerAsync(_database, 486_200, 27);

        Assert.Null(await GradedCustomers.CardAsync(_database, id, World.Rep2));
        Assert.Null(await GradedCustomers.CardAsync(_database, id, World.Manager2));
        Assert.True((await GradedCustomers.CardAsync(_database, id, World.Boss))!.MayOverride);
    }
}
