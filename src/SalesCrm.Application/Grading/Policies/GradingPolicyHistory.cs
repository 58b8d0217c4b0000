using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Grading.Policies;

/// <summary>The versions of the grading rule, the latest first.</summary>
public sealed class GradingPolicyHistory(CrmDbContext db)
{
    private const int Most = 50;

    public sealed record PolicyRow(
        long Id, int Revision, decimal AmountA, int YearsA, ReferralPotential ReferralA, decimal AmountB, int YearsB, bool StableDemandB,
        int DormantMonths, int DormantInteractions, DateTime CreatedAt, string? By)
    {
        /// <summary>The form that changes it; <paramref name="latest"/> is the version that counts.</summary>
        public SaveGradingPolicy.Input ToInput(int latest) => new()
        {
            BasedOn = latest,
            AmountA = AmountA.ToString("0.##", CultureInfo.InvariantCulture),
            YearsA = YearsA,
            ReferralA = ReferralA,
            AmountB = AmountB.ToString("0.##", CultureInfo.InvariantCulture),
            YearsB = YearsB,
            StableDemandB = StableDemandB,
            DormantMonths = DormantMonths,
            DormantInteractions = DormantInteractions,
        };
    }

    public async Task<IReadOnlyList<PolicyRow>> ReadAsync(CancellationToken cancellationToken)
        => await db.GradingPolicies.AsNoTracking().OrderByDescending(policy => policy.Revision).Take(Most)
            .Select(policy => new PolicyRow(
                policy.Id, policy.Revision, policy.AmountA, policy.YearsA, policy.ReferralA, policy.AmountB, policy.YearsB, policy.StableDemandB,
                policy.DormantMonths, policy.DormantInteractions, policy.CreatedAt,
                db.Users.Where(user => user.Id == policy.CreatedById).Select(user => user.DisplayName).FirstOrDefault()))
            .ToListAsync(cancellationToken);
}
