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
