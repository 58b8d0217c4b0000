using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Users.Sessions;

/// <summary>The sessions of a person that are open now.</summary>
public sealed class SessionList(CrmDbContext db, SignInSettings settings, TimeProvider clock)
{
    /// <summary>One signed-in browser. Times in UTC.</summary>
    public sealed record SessionRow(string KeyHash, DateTime CreatedAt, DateTime SeenAt, DateTime ExpiresAt, string? Address, string? Browser);

    public async Task<IReadOnlyList<SessionRow>> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var idle = now.AddMinutes(-settings.IdleMinutes);
        return await db.Sessions.AsNoTracking()
            .Where(session => session.UserId == actor.UserId && session.ExpiresAt > now && session.SeenAt > idle)
            .OrderByDescending(session => session.SeenAt)
            .Select(session => new SessionRow(session.KeyHash, session.CreatedAt, session.SeenAt, session.ExpiresAt, session.Address, session.Browser))
            .ToListAsync(cancellationToken);
    }
}
