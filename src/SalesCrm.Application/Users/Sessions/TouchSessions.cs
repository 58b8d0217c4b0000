using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Users.Sessions;

/// <summary>
/// Writes down when sessions were last used, all at once and apart from the requests, so that reading a page writes nothing;
/// and removes sessions whose time is over.
/// </summary>
public sealed class TouchSessions(CrmDbContext db, SessionCache cache, SignInSettings settings, TimeProvider clock)
{
    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        var seen = cache.TakeSeen();
        var now = clock.GetUtcNow().UtcDateTime;
        var idle = now.AddMinutes(-settings.IdleMinutes);
        if (seen.Count == 0 && !await db.Sessions.AnyAsync(session => session.ExpiresAt <= now || session.SeenAt <= idle, cancellationToken))
        {
            return;
        }

        await db.InTransactionAsync(Actor.System, async token =>
        {
            foreach (var chunk in seen.Keys.Chunk(500))
            {
                foreach (var session in await db.Sessions.Where(session => chunk.Contains(session.KeyHash)).ToListAsync(token))
                {
                    session.SeenAt = seen[session.KeyHash];
                }
            }

            await db.SaveChangesAsync(token);
            return await db.Sessions.Where(session => session.ExpiresAt <= now || session.SeenAt <= idle).ExecuteDeleteAsync(token);
        }, cancellationToken);
    }
}
