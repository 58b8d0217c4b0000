using SalesCrm.Application.Database;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Opportunities;

/// <summary>A collaborator on one opportunity.</summary>
internal sealed class OpportunityMember : IAudited
{
    public long Id { get; private set; }
    public long OpportunityId { get; init; }
    public Opportunity? Opportunity { get; init; }
    public long UserId { get; init; }
    public User? User { get; init; }
}
