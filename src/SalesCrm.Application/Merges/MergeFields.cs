using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Merges;

/// <summary>What can be chosen when two files become one: each line is chosen as a whole.</summary>
internal static class MergeFields
{
    public static readonly string[][] All =
    [
        ["Name"],
        ["ShortName"],
        ["IndustryId"],
        ["SourceId"],
        ["ReferredById"],
        ["CompanySizeId"],
        ["Province", "City"],
        ["Address"],
        ["Website"],
        ["OwnerId"],
        ["Need"],
        ["NeedStage"],
        ["Budget"],
        ["NeedQuantity"],
        ["Urgency"],
        ["ProductPreference"],
        ["DecisionProcess"],
        ["FirstContactOn"],
        ["NextFollowUpOn", "NextFollowUpText"],
        ["ReferralPotential"],
        ["IsDemandStable"],
        ["IndustryPotential", "SizePotential", "GrowthPotential"],
        ["Remark"],
        ["DeclaredLastDealOn", "DeclaredAmount", "DeclaredDealCount"],
        ["GradeWords"],
    ];

    public static object? ValueOf(CrmDbContext db, Customer customer, string property) => db.Entry(customer).Property(property).CurrentValue;

    /// <summary>The first contact is the earlier one; anything else is taken from the other file where the kept one has nothing.</summary>
    public static bool ProposesOther(CrmDbContext db, Customer kept, Customer other, string[] line)
        => line is ["FirstContactOn"]
            ? other.FirstContactOn < (kept.FirstContactOn ?? DateOnly.MaxValue)
            : Array.TrueForAll(line, property => ValueOf(db, kept, property) is null) && Array.Exists(line, property => ValueOf(db, other, property) is not null);
}
