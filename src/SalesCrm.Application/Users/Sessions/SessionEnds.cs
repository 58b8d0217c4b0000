using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Users.Sessions;

/// <summary>Ends sessions within a transaction of the caller, who tells the cache once it is committed.</summary>
internal static class SessionEnds
{
    /// <summary>Ends all sessions of a person, or all but one.</summary>
    public static async Task EndSessionsAsync(this CrmDbContext db, long userId, string? exceptKeyHash, CancellationToken cancellationToken)
        => db.Sessions.RemoveRange(await db.Sessions.Where(session => session.UserId == userId && session.KeyHash != exceptKeyHash).ToListAsync(cancellationToken));
}
