using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Opportunities.Rivals;
using SalesCrm.Application.Shared;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Opportunities;

public sealed class SaveRivalTests
{
    [Theory]
    [InlineData("竞品A报价低10%", null, -10)]
    [InlineData("报价高5%", null, 5)]
    [InlineData("竞品A报价低10%", -8, -8)]
    [InlineData("先报低10%，后来改成低15%", null, null)]
    [InlineData("还没有报价", null, null)]
    public async Task C09_An_offer_in_words_gives_the_gap_where_nobody_typed_one(string offer, int? typed, int? kept)
    {
        await using var database = await TestDatabase.CreateAsync();
        var opportunity = await database.HasOpportunityAsync(await database.HasCustomerAsync("青禾食品", World.Rep), World.Rep);

        var outcome = await database.With<SaveRival, Outcome>(save => save.ExecuteAsync(
            opportunity, new() { Competitor = "竞品A", Offer = offer, PriceGap = typed }, World.Rep, CancellationToken.None));

        Assert.True(outcome.IsDone);
        var rival = await database.Read(db => db.Rivals.SingleAsync());
        Assert.Equal((offer, kept), (rival.Offer, rival.PriceGap));
    }
}
