using SalesCrm.Application.Customers;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Relationships;

/// <summary>What the log of the last twelve months says about how two sides deal with each other.</summary>
/// <param name="Deals">All deals ever.</param>
/// <param name="Outbound">Contacts by us.</param>
/// <param name="Inbound">Contacts by the customer.</param>
/// <param name="AskedSuggestions">Contacts by us in which the customer made a suggestion.</param>
/// <param name="OwnSuggestions">Contacts by the customer in which he made a suggestion.</param>
/// <param name="Referrals">Customers that he referred and who bought.</param>
/// <param name="JointPlans">Contacts that name a joint plan.</param>
public sealed record RelationshipSigns(int Deals, int Outbound, int Inbound, int AskedSuggestions, int OwnSuggestions, int Referrals, int JointPlans)
{
    /// <summary>The closest type whose signs are there.</summary>
    public RelationshipType Proposal => this switch
    {
        { OwnSuggestions: >= 1, JointPlans: >= 1 } or { Referrals: >= 1, OwnSuggestions: >= 1 } => RelationshipType.Partnership,
        { OwnSuggestions: >= 1 } => RelationshipType.Proactive,
        { AskedSuggestions: >= 1 } => RelationshipType.Accountable,
        { Outbound: >= 1 } or { Inbound: >= 1 } => RelationshipType.Reactive,
        _ => RelationshipType.Basic,
    };

    public Text Reason => new(
        "近 12 个月：我方联系 {0} 次（客户提建议 {1} 次），客户主动 {2} 次（提建议 {3} 次），带来成交的转介绍 {4} 家，联合计划 {5} 次", Outbound, AskedSuggestions, Inbound, OwnSuggestions, Referrals, JointPlans);
}
