using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Users;

/// <summary>People to choose from in forms.</summary>
public sealed class People(CrmDbContext db)
{
    public sealed record Person(long Id, string Name, string? Team)
    {
        /// <summary>His account is closed; what he did is still there.</summary>
        public bool HasLeft { get; init; }
    }

    /// <summary>Whoever the actor may make an owner: himself and the people he leads.</summary>
    public async Task<IReadOnlyList<Person>> OwnersAsync(Actor actor, CancellationToken cancellationToken)
        => await db.KnownAsync(("owners", actor.UserId, actor.SeesEverything), () => Rows(db.UsersOf(actor)).ToListAsync(cancellationToken));

    /// <summary>Those of them whom he may give what nobody has.</summary>
    public async Task<IReadOnlyList<Person>> ReceiversAsync(Actor actor, CancellationToken cancellationToken)
        => await Rows(db.UsersOf(actor).WhoReceive()).ToListAsync(cancellationToken);

    /// <summary>
    /// Who may be the owner of something that <paramref name="kept"/> owns now. He is among them, also when he has left or is not the actor's to
    /// replace: a form must not hand a record on because its owner could not be chosen.
    /// </summary>
    public async Task<IReadOnlyList<Person>> OwnersAsync(Actor actor, long? kept, CancellationToken cancellationToken)
    {
        var owners = await OwnersAsync(actor, cancellationToken);
        if (kept is null || owners.Any(owner => owner.Id == kept))
        {
            return owners;
        }

        var isLed = await db.UsersOf(actor).AnyAsync(user => user.Id == kept, cancellationToken);
        var owner = await db.Users.AsNoTracking().Where(user => user.Id == kept).Select(user => new Person(user.Id, user.DisplayName, user.Team!.Name)).ToListAsync(cancellationToken);
        return isLed ? [.. owner, .. owners] : owner;
    }

    /// <summary>Every active colleague, for sharing.</summary>
    public async Task<IReadOnlyList<Person>> ColleaguesAsync(CancellationToken cancellationToken)
        => await db.KnownAsync("colleagues", () => Rows(db.Users).ToListAsync(cancellationToken));

    private static IQueryable<Person> Rows(IQueryable<User> users) => users.AsNoTracking()
        .Where(user => user.IsActive)
        .OrderBy(user => user.TeamId).ThenBy(user => user.Id)
        .Select(user => new Person(user.Id, user.DisplayName, user.Team!.Name));
}
