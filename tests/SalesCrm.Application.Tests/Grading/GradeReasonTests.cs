using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared.Localization;
using static SalesCrm.Application.Customers.ReferralPotential;

namespace SalesCrm.Application.Tests.Grading;

public sealed class GradeReasonTests
{
    [Fact]
    public void Names_what_lifted_a_customer_to_A()
        => Assert.Equal("年采购额 52万 ≥ 50万，合作 2 年 3 个月，推荐潜力高", Reason(Rules.Buyer(520_000, 27, High, true), Grade.B, Grade.A));

    [Fact]
    public void Names_the_minimum_that_no_longer_holds()
    {
        Assert.Equal("年采购额 48.62万 < 50万", Reason(Rules.Buyer(486_200, 27, High, true), Grade.A, Grade.B));
        Assert.Equal("需求不稳定", Reason(Rules.Buyer(300_000, 27, High, false), Grade.B, Grade.C));
        Assert.Equal("推荐潜力未达到「高」", Reason(Rules.Buyer(600_000, 27, Medium, true), Grade.A, Grade.B));
        Assert.Equal("合作 1 年 11 个月，不满 2 年", Reason(Rules.Buyer(600_000, 23, High, true), Grade.A, Grade.B));
    }

    [Fact]
    public void Says_first_purchase_and_long_silence()
    {
        Assert.Equal("有成交：年采购额 1,234.56", Reason(Rules.Buyer(1_234.56m, 0), Grade.D, Grade.C));
        Assert.Equal("没有成交记录", Reason(default, Grade.C, Grade.D));
        Assert.Equal("12 个月没有成交，互动 1 次", Reason(Rules.Buyer(0, 36) with { LastDealOn = new(2023, 1, 1), Interactions = 1 }, Grade.C, Grade.D));
    }

    [Fact]
    public void Is_read_again_in_English()
    {
        var reason = GradeReason.Of(Rules.Policy(), Rules.Buyer(520_000, 27, High, true), Rules.Today, Grade.B, Grade.A);

        var again = StoredText.Read(StoredText.Write(reason))!.Value;

        Assert.Equal(reason.ToString(), again.ToString());
        Assert.Equal("Annual purchases ¥520,000 ≥ ¥500,000, cooperation 2 yr 3 mo, referral potential High", Translations.English.Say(again));
    }

    private static string Reason(GradeInputs inputs, Grade from, Grade to) => GradeReason.Of(Rules.Policy(), inputs, Rules.Today, from, to).ToString();
}
