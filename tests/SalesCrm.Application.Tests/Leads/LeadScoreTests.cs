using SalesCrm.Application.Leads;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Tests.Leads;

public sealed class LeadScoreTests
{
    [Theory]
    [InlineData(10, 8, 7, true, null)]
    [InlineData(9, 8, 7, false, "采购预算差 1 分")]
    [InlineData(10, 7, 7, false, "需求紧急度差 1 分")]
    [InlineData(10, 8, 6, false, "决策权限差 1 分")]
    [InlineData(10, 5, 6, false, "需求紧急度差 3 分，决策权限差 1 分")]
    [InlineData(10, 8, null, false, "决策权限未评分")]
    [InlineData(10, 10, 10, true, null)]
    public void Z6_qualifies_only_when_all_three_pass(int budget, int urgency, int? authority, bool qualifies, string? problem)
    {
        var score = LeadScore.Of(LeadScoring.Default, budget, urgency, authority);

        Assert.Equal((qualifies, problem), (score.IsQualified, score.Problem?.ToString()));
    }

    [Fact]
    public void Says_what_is_short_in_English_too()
        => Assert.Equal("Authority is 1 short", Translations.English.Say(LeadScore.Of(LeadScoring.Default, 10, 8, 6).Problem!.Value));

    [Fact]
    public void Raising_a_score_never_disqualifies()
    {
        var random = new Random(6);
        for (var round = 0; round < 2_000; round++)
        {
            var scoring = new LeadScoring(new(20, random.Next(21)), new(20, random.Next(21)), new(20, random.Next(21)));
            var (budget, urgency, authority) = (random.Next(21), random.Next(21), random.Next(21));
            var before = LeadScore.Of(scoring, budget, urgency, authority).IsQualified;

            Assert.Equal(budget >= scoring.Budget.Threshold && urgency >= scoring.Urgency.Threshold && authority >= scoring.Authority.Threshold, before);
            Assert.True(!before || LeadScore.Of(scoring, budget + 1, urgency, authority + 1).IsQualified);
        }
    }
}
