using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Users.Teams;

/// <summary>
/// Says whose records a person may see: his own, and those of everyone in the teams that he leads and below.
/// Rebuilt whenever people or teams change, so that every scoped query is one plain subquery.
/// </summary>
internal sealed class Reach : IReference
{
    public long ActorId { get; init; }
    public long UserId { get; init; }

    /// <summary>Makes the stored rows equal to what teams and people say now. Call before saving their change.</summary>
    public static async Task RebuildAsync(CrmDbContext db, CancellationToken cancellationToken)
    {
        await db.Teams.LoadAsync(cancellationToken);
        await db.Users.LoadAsync(cancellationToken);
        var stored = await db.Reaches.ToDictionaryAsync(r => (r.ActorId, r.UserId), cancellationToken);
        var due = Of(db.Teams.Local, db.Users.Local);

        db.Reaches.RemoveRange(stored.Where(row => !due.Contains(row.Key)).Select(row => row.Value));
        db.Reaches.AddRange(due.Where(pair => !stored.ContainsKey(pair)).Select(pair => new Reach { ActorId = pair.ActorId, UserId = pair.UserId }));
    }

    internal static HashSet<(long ActorId, long UserId)> Of(IEnumerable<Team> teams, IEnumerable<User> users)
    {
        var byId = teams.ToDictionary(team => team.Id);
        var reach = new HashSet<(long, long)>();
        foreach (var user in users)
        {
            reach.Add((user.Id, user.Id));
            for (var team = Find(user.TeamId); team is not null; team = Find(team.ParentId))
            {
                if (team.LeaderId is { } leader)
                {
                    reach.Add((leader, user.Id));
                }
            }
        }

        return reach;

        Team? Find(long? id) => id is { } key ? byId.GetValueOrDefault(key) : null;
    }
}
