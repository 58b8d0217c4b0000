using SalesCrm.Application.Database;

namespace SalesCrm.Application.Users.Teams;

/// <summary>A node of the team tree: the company, a region office, a team.</summary>
internal sealed class Team : IAudited, IVersioned, IReference
{
    public long Id { get; private set; }
    public required string Name { get; set; }
    public long? ParentId { get; set; }
    public Team? Parent { get; set; }

    /// <summary>The person who leads this team and all teams below it.</summary>
    public long? LeaderId { get; set; }

    public Guid Version { get; set; }
}
