using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Leads.Assignment;

/// <summary>
/// Gives leads out by the rules: the city's rule before the province's before the one for the rest, and in a team the next in turn by id. People who
/// have left, or never had a password, are skipped. It decides in memory from what was loaded; <see cref="SaveAsync"/> keeps whose turn it was.
/// </summary>
internal sealed class Distribution
{
    private readonly List<AssignmentRule> _rules;
    private readonly Dictionary<long, List<long>> _members;
    private readonly HashSet<long> _active;
    private readonly Dictionary<long, long> _turns;
    private readonly Dictionary<long, long> _moved = [];

    private Distribution(List<AssignmentRule> rules, Dictionary<long, List<long>> members, HashSet<long> active, Dictionary<long, long> turns)
        => (_rules, _members, _active, _turns) = (rules, members, active, turns);

    /// <summary>For deciding and saving: inside a transaction, with the turns locked until its commit, so that two nodes do not give the same turn twice.</summary>
    internal static async Task<Distribution> LockedAsync(CrmDbContext db, CancellationToken cancellationToken)
    {
        await db.LeadTurns.ExecuteUpdateAsync(set => set.SetProperty(turn => turn.LastUserId, turn => turn.LastUserId), cancellationToken);
        return await ReadAsync(db, cancellationToken);
    }

    /// <summary>For a look at what would happen.</summary>
    internal static async Task<Distribution> ReadAsync(CrmDbContext db, CancellationToken cancellationToken)
    {
        var rules = await db.AssignmentRules.AsNoTracking().OrderBy(rule => rule.Id).ToListAsync(cancellationToken);
        var people = await db.Users.AsNoTracking().WhoReceive().OrderBy(user => user.Id)
            .Select(user => new { user.Id, user.Role, user.TeamId }).ToListAsync(cancellationToken);
        var members = people.Where(user => user.TeamId is not null).GroupBy(user => user.TeamId!.Value)
            .ToDictionary(team => team.Key, team => (team.Any(user => user.Role == Role.Rep) ? team.Where(user => user.Role == Role.Rep) : team).Select(user => user.Id).ToList());
        var turns = await db.LeadTurns.AsNoTracking().ToDictionaryAsync(turn => turn.TeamId, turn => turn.LastUserId, cancellationToken);
        return new(rules, members, people.Select(user => user.Id).ToHashSet(), turns);
    }

    /// <summary>Who gets a lead of this region; null when no rule has anybody for it.</summary>
    internal long? OwnerFor(string? province, string? city)
    {
        var (ofProvince, ofCity) = (RegionKey.Of(province), RegionKey.Of(city));
        return _rules.Where(rule => Fits(rule.Province, ofProvince, ofCity) && Fits(rule.City, ofCity, ofProvince))
            .OrderByDescending(rule => (rule.City is null ? 0 : 2) + (rule.Province is null ? 0 : 1)).ThenBy(rule => rule.Id)
            .Select(rule => Target(rule.TeamId, rule.UserId)).FirstOrDefault(owner => owner is not null);
    }

    /// <summary>The person, or the next in turn of the team; null when nobody of them is there.</summary>
    internal long? Target(long? teamId, long? userId)
    {
        if (userId is { } person)
        {
            return _active.Contains(person) ? person : null;
        }

        if (teamId is not { } team || !_members.TryGetValue(team, out var members))
        {
            return null;
        }

        var last = _turns.GetValueOrDefault(team);
        var next = members.FirstOrDefault(member => member > last, members[0]);
        return _turns[team] = _moved[team] = next;
    }

    internal async Task SaveAsync(CrmDbContext db, CancellationToken cancellationToken)
    {
        foreach (var (team, user) in _moved)
        {
            if (await db.LeadTurns.Where(turn => turn.TeamId == team).ExecuteUpdateAsync(set => set.SetProperty(turn => turn.LastUserId, user), cancellationToken) == 0)
            {
                db.LeadTurns.Add(new LeadTurn { TeamId = team, LastUserId = user });
                await db.SaveChangesAsync(cancellationToken);
            }
        }

        _moved.Clear();
    }

    /// <summary>A rule that names no region takes any. The four cities that are provinces may stand in either field.</summary>
    private static bool Fits(string? ruled, string here, string beside)
        => ruled is null || RegionKey.Of(ruled) is var key && (key == here || (here.Length == 0 && key == beside));
}
