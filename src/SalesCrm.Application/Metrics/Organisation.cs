using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Metrics;

/// <summary>The people and teams as figures see them: who belongs to which office and to whose team, and what the reader reaches.</summary>
internal sealed class Organisation
{
    private readonly Dictionary<long, TeamRow> _teams;
    private readonly Dictionary<long, PersonRow> _people;

    private Organisation(IEnumerable<TeamRow> teams, IEnumerable<PersonRow> people)
    {
        _teams = teams.ToDictionary(team => team.Id);
        _people = people.ToDictionary(person => person.Id);
        Offices = Placed(chain => chain.Count switch { 0 => null, 1 => chain[0].Id, _ => chain[^2].Id });
        Leaders = Placed(chain => chain.FirstOrDefault(team => team.LeaderId is not null)?.LeaderId);
    }

    public static Organisation Empty { get; } = new([], []);

    /// <summary>Person → the team directly below the root; the root itself for those who belong to it.</summary>
    public IReadOnlyDictionary<long, long> Offices { get; }

    /// <summary>Person → leader of the nearest led team.</summary>
    public IReadOnlyDictionary<long, long> Leaders { get; }

    /// <summary>Active sales people within reach, whether or not they have sold anything.</summary>
    public IEnumerable<long> Reps => _people.Values.Where(person => person is { IsReached: true, IsActive: true, Role: Role.Rep }).Select(person => person.Id);

    /// <summary>Kept for moments, as people and their names are everywhere.</summary>
    public static Task<Organisation> ReadAsync(CrmDbContext db, Actor actor, CancellationToken cancellationToken)
        => db.KnownAsync((typeof(Organisation), actor.UserId, actor.SeesEverything), async () =>
        {
            var teams = await db.Teams.Select(team => new TeamRow(team.Id, team.Name, team.ParentId, team.LeaderId)).ToListAsync(cancellationToken);
            var reached = db.UsersOf(actor).Select(user => user.Id);
            var people = await db.Users
                .Select(user => new PersonRow(user.Id, user.DisplayName, user.TeamId, user.Role, user.IsActive, reached.Contains(user.Id)))
                .ToListAsync(cancellationToken);
            return new Organisation(teams, people);
        });

    public string? NameOfPerson(long id) => _people.GetValueOrDefault(id)?.Name;

    public string? NameOfTeam(long id) => _teams.GetValueOrDefault(id)?.Name;

    /// <summary>What all that <paramref name="actor"/> reaches is called: <c>company</c>, his team, or himself.</summary>
    public string ScopeOf(Actor actor)
    {
        var led = _teams.Values.Where(team => team.LeaderId == actor.UserId).OrderBy(team => ChainFrom(team.Id).Count).ThenBy(team => team.Id).FirstOrDefault();
        return actor.SeesEverything || led is { ParentId: null } ? MetricsTable.CompanyScope : led?.Name ?? actor.Name;
    }

    private Dictionary<long, long> Placed(Func<List<TeamRow>, long?> place)
    {
        var placed = new Dictionary<long, long>();
        foreach (var person in _people.Values)
        {
            if (place(ChainFrom(person.TeamId)) is { } scope)
            {
                placed[person.Id] = scope;
            }
        }

        return placed;
    }

    /// <summary>The team and those above it, up to the root.</summary>
    private List<TeamRow> ChainFrom(long? teamId)
    {
        var chain = new List<TeamRow>();
        for (var id = teamId; id is { } key && _teams.TryGetValue(key, out var team) && chain.Count <= _teams.Count; id = team.ParentId)
        {
            chain.Add(team);
        }

        return chain;
    }

    private sealed record TeamRow(long Id, string Name, long? ParentId, long? LeaderId);

    private sealed record PersonRow(long Id, string Name, long? TeamId, Role Role, bool IsActive, bool IsReached);
}
