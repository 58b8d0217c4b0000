using SalesCrm.Application.Customers;
using SalesCrm.Application.Grading;

namespace SalesCrm.Application.Tests.Grading;

/// <summary>The policy that every new database begins with, and short ways to write customers against it.</summary>
internal static class Rules
{
    public static DateOnly Today { get; } = new(2024, 4, 1);

    public static GradingPolicy Policy(decimal amountA = 500_000, decimal amountB = 200_000, int yearsA = 2, int yearsB = 1, bool stable = true) => new()
    {
        Revision = 1,
        AmountA = amountA,
        YearsA = yearsA,
        ReferralA = ReferralPotential.High,
        AmountB = amountB,
        YearsB = yearsB,
        StableDemandB = stable,
        DormantMonths = 12,
        DormantInteractions = 2,
    };

    /// <summary>A customer whose first deal lies exactly so many months back.</summary>
    public static GradeInputs Buyer(decimal amount, int months, ReferralPotential? referral = null, bool? stable = null) => new()
    {
        AnnualAmount = amount,
        FirstDealOn = Today.AddMonths(-months),
        LastDealOn = Today,
        ReferralPotential = referral,
        IsDemandStable = stable,
    };
}
