using SalesCrm.Application.Customers;
using SalesCrm.Application.Grading;
using static SalesCrm.Application.Customers.ReferralPotential;

namespace SalesCrm.Application.Tests.Grading;

public sealed class GradingRuleTests
{
    [Theory]
    [InlineData("Z2-1", 500_000, 24, High, true, "A")]
    [InlineData("Z2-2", 499_900, 36, High, true, "B")]
    [InlineData("Z2-3", 500_000, 23, High, true, "B")]
    [InlineData("Z2-4", 600_000, 36, Medium, true, "B")]
    [InlineData("Z2-5", 200_000, 12, Medium, true, "B")]
    [InlineData("Z2-6", 199_900, 36, null, null, "C")]
    [InlineData("Z2-7", 300_000, 11, null, null, "C")]
    [InlineData("Z2-8", 300_000, 24, null, false, "C")]
    [InlineData("Z2-9", 5_000, 6, null, null, "C")]
    [InlineData("Q3: 60万 and 1 year", 600_000, 12, High, true, "B")]
    [InlineData("Q3: 5万 for 4 years", 50_000, 48, High, true, "C")]
    public void Grades_by_the_highest_minimums_that_hold(string row, int amount, int months, ReferralPotential? referral, bool? stable, string expected)
        => Assert.Equal((row, expected), (row, GradingRule.Of(Rules.Policy(), Rules.Buyer(amount, months, referral, stable), Rules.Today).ToString()));

    [Fact]
    public void Z2_10_without_a_deal_is_D()
    {
        var explained = GradingRule.Evaluate(Rules.Policy(), new GradeInputs { ReferralPotential = High, IsDemandStable = true, Interactions = 9 }, Rules.Today);

        Assert.Equal((Grade.D, false), (explained.Grade, explained.HasBought));
        Assert.Equal("尚未成交", explained.ForB[1].Missing.ToString());
    }

    [Theory]
    [InlineData("2023-03-01", 1, "D")]
    [InlineData("2023-03-01", 2, "D")]
    [InlineData("2023-03-01", 3, "C")]
    [InlineData("2023-04-01", 0, "D")]
    [InlineData("2023-04-02", 0, "C")]
    public void Z2_11_long_without_a_deal_and_few_interactions_is_D(string lastDeal, int interactions, string expected)
    {
        var inputs = new GradeInputs { FirstDealOn = new(2020, 1, 1), LastDealOn = DateOnly.Parse(lastDeal, null), Interactions = interactions };

        Assert.Equal(expected, GradingRule.Of(Rules.Policy(), inputs, Rules.Today).ToString());
    }

    [Fact]
    public void Says_what_is_missing_for_A()
    {
        var explained = GradingRule.Evaluate(Rules.Policy(), Rules.Buyer(486_200, 23, Medium, true), Rules.Today);

        Assert.Equal(Grade.B, explained.Grade);
        Assert.Equal(["差 13,800", "差 1 个月", "需达到「高」"], explained.ForA.Select(criterion => criterion.Missing.ToString()));
        Assert.Equal(["486,200", "1 年 11 个月", "中"], explained.ForA.Select(criterion => criterion.Value.ToString()));
        Assert.Equal(["≥ 500,000", "≥ 2 年", "高"], explained.ForA.Select(criterion => criterion.Threshold.ToString()));
        Assert.All(explained.ForB, criterion => Assert.True(criterion.IsMet));
        Assert.Equal(13_800, explained.MissingForNext[0].Amount);
    }

    [Fact]
    public void Keeps_fen_in_what_is_missing()
        => Assert.Equal("差 0.01", GradingRule.Evaluate(Rules.Policy(), Rules.Buyer(499_999.99m, 24, High), Rules.Today).ForA[0].Missing.ToString());

    [Fact]
    public void Asks_for_a_judgement_that_nobody_made()
    {
        var explained = GradingRule.Evaluate(Rules.Policy(), Rules.Buyer(900_000, 60), Rules.Today);

        Assert.Equal(Grade.C, explained.Grade);
        Assert.Equal("待评定", explained.ForA[2].Missing.ToString());
        Assert.Equal("待评定", explained.ForB[2].Missing.ToString());
    }

    [Fact]
    public void Leaves_demand_out_where_the_policy_does()
        => Assert.Equal(Grade.B, GradingRule.Of(Rules.Policy(stable: false), Rules.Buyer(300_000, 24, stable: false), Rules.Today));

    [Theory]
    [InlineData("2022-04-01", "2024-04-01", 24)]
    [InlineData("2022-04-02", "2024-04-01", 23)]
    [InlineData("2020-02-29", "2021-02-28", 12)]
    [InlineData("2024-01-31", "2024-02-29", 1)]
    [InlineData("2024-04-01", "2024-04-01", 0)]
    [InlineData("2024-05-01", "2024-04-01", 0)]
    public void Counts_full_calendar_months(string first, string today, int months)
        => Assert.Equal(months, Tenure.MonthsOf(DateOnly.Parse(first, null), DateOnly.Parse(today, null)));

    [Fact]
    public void Agrees_with_its_explanation_and_never_falls_when_the_amount_rises()
    {
        var random = new Random(20240401);
        for (var round = 0; round < 5_000; round++)
        {
            var amountB = random.Next(0, 300_000);
            var policy = Rules.Policy(amountB + random.Next(0, 400_000), amountB, random.Next(0, 4), random.Next(0, 3), random.Next(2) == 0);
            var inputs = AnyCustomer(random);
            var explained = GradingRule.Evaluate(policy, inputs, Rules.Today);
            var more = GradingRule.Of(policy, inputs with { AnnualAmount = inputs.AnnualAmount + random.Next(0, 500_000) }, Rules.Today);

            Assert.Equal(SlowGrade(explained), explained.Grade);
            Assert.True(more <= explained.Grade, $"{inputs} fell from {explained.Grade} to {more}");
        }
    }

    /// <summary>The definition once more, from the criteria alone.</summary>
    private static Grade SlowGrade(GradeExplanation explained)
        => !explained.HasBought ? Grade.D
            : explained.ForA.All(criterion => criterion.Missing is null) ? Grade.A
            : explained.ForB.All(criterion => criterion.Missing is null) ? Grade.B
            : explained.IsDormant ? Grade.D : Grade.C;

    private static GradeInputs AnyCustomer(Random random)
    {
        var first = random.Next(5) == 0 ? default(DateOnly?) : Rules.Today.AddDays(-random.Next(0, 2_500));
        return new GradeInputs
        {
            AnnualAmount = first is null ? 0 : random.Next(0, 1_000_000) + (random.Next(100) / 100m),
            FirstDealOn = first,
            LastDealOn = first?.AddDays(random.Next(0, Rules.Today.DayNumber - first.Value.DayNumber + 1)),
            ReferralPotential = random.Next(4) is var level and > 0 ? (ReferralPotential)level : null,
            IsDemandStable = random.Next(3) switch { 0 => true, 1 => false, _ => null },
            Interactions = random.Next(6),
        };
    }
}
