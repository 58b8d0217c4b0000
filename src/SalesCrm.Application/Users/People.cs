using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Users;

/// <summary>People to choose from in forms.</summary>
public sealed class People(CrmDbContext db)
{
    public sealed record Person(long Id, string Name, string? Team);

    /// <summary>Whoever the actor may make an owner: himself and the people he leads.</summary>
    public async Task<IReadOnlyList<Person>> OwnersAsync(Actor actor, CancellationToken cancellationToken)
        => await db.KnownAsync(("owners", actor.UserId, actor.SeesEverything), () => Rows(db.UsersOf(actor)).ToListAsync(cancellationToken));

    /// <summary>Every active colleague, for sharing.</summary>
    public async Task<IReadOnlyList<Person>> ColleaguesAsync(CancellationToken cancellationToken)
        => await db.KnownAsync("colleagues", () => Rows(db.Users).ToListAsync(cancellationToken));

    private static IQueryable<Person> Rows(IQueryable<User> users) => users.AsNoTracking()
        .Where(user => user.IsActive)
        .OrderBy(user => user.TeamId).ThenBy(user => user.Id)
        .Select(user => new Person(user.Id, user.DisplayName, user.Team!.Name));
}
