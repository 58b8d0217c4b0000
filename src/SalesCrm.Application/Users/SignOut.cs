using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users.Sessions;

namespace SalesCrm.Application.Users;

/// <summary>Ends a session on the server; a copy of its cookie opens nothing from then on.</summary>
public sealed class SignOut(CrmDbContext db, SessionCache cache)
{
    public async Task<Outcome> ExecuteAsync(string keyHash, Actor actor, CancellationToken cancellationToken)
    {
        await db.InTransactionAsync(actor, async token =>
        {
            db.Sessions.RemoveRange(await db.Sessions.Where(session => session.KeyHash == keyHash && session.UserId == actor.UserId).ToListAsync(token));
            db.Audit(AuditAct.SignedOut, "SignIn", actor.UserId, new { });
            return 0;
        }, cancellationToken);
        cache.EndOf(actor.UserId);
        return Outcome.Done();
    }
}
