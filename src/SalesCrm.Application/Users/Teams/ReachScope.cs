using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Users.Teams;

internal static class ReachScope
{
    /// <summary>Ids of the people whose records <paramref name="actor"/> may see: himself, and everyone below the teams that he leads.</summary>
    internal static IQueryable<long> ReachOf(this CrmDbContext db, Actor actor)
        => db.Reaches.Where(reach => reach.ActorId == actor.UserId).Select(reach => reach.UserId);

    /// <summary>People whose records <paramref name="actor"/> may see.</summary>
    internal static IQueryable<User> UsersOf(this CrmDbContext db, Actor actor)
        => actor.SeesEverything ? db.Users : db.Users.Where(user => db.ReachOf(actor).Contains(user.Id));
}
