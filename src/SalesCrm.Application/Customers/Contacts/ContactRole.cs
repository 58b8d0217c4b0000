using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Customers.Contacts;

/// <summary>The part a contact plays in a purchase (决策角色).</summary>
public enum ContactRole
{
    /// <summary>决策者</summary>
    DecisionMaker = 1,

    /// <summary>影响者</summary>
    Influencer = 2,

    /// <summary>使用者</summary>
    User = 3,

    /// <summary>采购</summary>
    Buyer = 4,

    /// <summary>把关者</summary>
    Gatekeeper = 5,
}

public static class ContactRoleNames
{
    public static Text Name(this ContactRole contactRole) => contactRole switch
    {
        ContactRole.DecisionMaker => "决策者",
        ContactRole.Influencer => "影响者",
        ContactRole.User => "使用者",
        ContactRole.Buyer => "采购",
        ContactRole.Gatekeeper => "把关者",
        _ => throw new ArgumentOutOfRangeException(nameof(contactRole)),
    };
}
