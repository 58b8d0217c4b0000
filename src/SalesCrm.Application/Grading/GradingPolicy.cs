using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Grading;

/// <summary>One version of the threshold rule. Amounts and years are minimums, boundaries inclusive; never changed once saved.</summary>
internal sealed class GradingPolicy : IAudited
{
    public long Id { get; private set; }

    /// <summary>1 for the first version; the highest counts.</summary>
    public int Revision { get; init; }

    /// <summary>Yuan over the last twelve months.</summary>
    public decimal AmountA { get; init; }

    /// <summary>Full years since the first deal.</summary>
    public int YearsA { get; init; }

    public ReferralPotential ReferralA { get; init; }

    /// <summary>Yuan over the last twelve months.</summary>
    public decimal AmountB { get; init; }

    public int YearsB { get; init; }
    public bool StableDemandB { get; init; }

    /// <summary>Without a purchase for this many months and with few interactions a buyer falls to D.</summary>
    public int DormantMonths { get; init; }

    /// <summary>The most interactions in those months that still count as few.</summary>
    public int DormantInteractions { get; init; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; init; }

    public long? CreatedById { get; init; }
}
