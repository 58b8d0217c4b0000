using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Users.Sessions;

/// <summary>Ends sessions before their time: one's own, or as administrator all of somebody else's.</summary>
public sealed class EndSessions(CrmDbContext db, SessionCache cache)
{
    /// <param name="userId">Whose.</param>
    /// <param name="keyHash">Which; all where null.</param>
    /// <param name="keptKeyHash">The one to keep among all.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Outcome> ExecuteAsync(long userId, string? keyHash, string? keptKeyHash, Actor actor, CancellationToken cancellationToken)
    {
        if (userId != actor.UserId && actor.Role != Role.Admin)
        {
            return Outcome.NotFound();
        }

        var ended = await db.InTransactionAsync(actor, async token =>
        {
            var sessions = await db.Sessions
                .Where(session => session.UserId == userId && (keyHash == null || session.KeyHash == keyHash) && session.KeyHash != keptKeyHash)
                .ToListAsync(token);
            db.Sessions.RemoveRange(sessions);
            db.Audit(AuditAct.SignedOut, "SignIn", userId, new { sessions = sessions.Count });
            return sessions.Count;
        }, cancellationToken);
        cache.EndOf(userId);
        return ended > 0 || keyHash is null ? Outcome.Done() : Outcome.NotFound();
    }
}
