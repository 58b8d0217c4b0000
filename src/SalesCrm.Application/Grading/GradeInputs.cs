using SalesCrm.Application.Customers;

namespace SalesCrm.Application.Grading;

/// <summary>What the threshold rule looks at; amount and dates come from the deals, the two judgements from people.</summary>
internal readonly record struct GradeInputs
{
    /// <summary>Yuan, deals of the twelve months up to the day of evaluation.</summary>
    public decimal AnnualAmount { get; init; }

    /// <summary>Null for who never bought.</summary>
    public DateOnly? FirstDealOn { get; init; }

    public DateOnly? LastDealOn { get; init; }
    public ReferralPotential? ReferralPotential { get; init; }
    public bool? IsDemandStable { get; init; }

    /// <summary>Follow-ups within the policy's dormant months up to the day of evaluation.</summary>
    public int Interactions { get; init; }

    internal static GradeInputs Of(Customer customer, int interactions) => new()
    {
        AnnualAmount = customer.AnnualAmount,
        FirstDealOn = customer.FirstDealOn,
        LastDealOn = customer.LastDealOn,
        ReferralPotential = customer.ReferralPotential,
        IsDemandStable = customer.IsDemandStable,
        Interactions = interactions,
    };
}
