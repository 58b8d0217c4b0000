using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Users.Teams;

/// <summary>The tree of teams, top down.</summary>
public sealed class TeamTree(CrmDbContext db)
{
    /// <param name="Depth">0 for the company.</param>
    /// <param name="Path">Names from below the company down, divided by slashes; the company's own name for itself.</param>
    /// <param name="People">Active people in this team itself.</param>
    public sealed record TeamRow(long Id, string Name, long? ParentId, int Depth, string Path, long? LeaderId, string? Leader, int People, Guid Version);

    public async Task<IReadOnlyList<TeamRow>> ReadAsync(CancellationToken cancellationToken)
    {
        var teams = await db.Teams.AsNoTracking().OrderBy(team => team.Id)
            .Select(team => new TeamRow(
                team.Id, team.Name, team.ParentId, 0, team.Name, team.LeaderId,
                db.Users.Where(user => user.Id == team.LeaderId).Select(user => user.DisplayName).FirstOrDefault(),
                db.Users.Count(user => user.TeamId == team.Id && user.IsActive),
                team.Version))
            .ToListAsync(cancellationToken);
        var children = teams.ToLookup(team => team.ParentId);
        var rows = new List<TeamRow>(teams.Count);
        foreach (var root in children[null])
        {
            Add(root, 0, root.Name);
        }

        return rows;

        void Add(TeamRow team, int depth, string path)
        {
            rows.Add(team with { Depth = depth, Path = path });
            foreach (var child in children[team.Id])
            {
                Add(child, depth + 1, depth == 0 ? child.Name : path + "/" + child.Name);
            }
        }
    }
}
