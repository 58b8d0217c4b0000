using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users.Sessions;

namespace SalesCrm.Application.Users.Accounts;

/// <summary>Gives a person a new one-time password: the invitation of somebody who came in by an import, or help for who forgot his.</summary>
public sealed class IssuePassword(CrmDbContext db, Passwords passwords, OwnPassword ownPassword, SignInSettings settings, SessionCache cache, TimeProvider clock)
{
    /// <param name="OwnPassword">The administrator's own password.</param>
    public sealed record Input(string? OwnPassword);

    public async Task<Outcome<OneTimePassword>> ExecuteAsync(long id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var isThere = await db.Users.AnyAsync(user => user.Id == id && user.IsActive, cancellationToken);
        if (!isThere || actor.Role != Role.Admin)
        {
            return Outcome<OneTimePassword>.NotFound();
        }

        if (await ownPassword.ProblemAsync(input.OwnPassword, actor, cancellationToken) is { } refused)
        {
            return Outcome<OneTimePassword>.Invalid(nameof(input.OwnPassword), refused);
        }

        var password = Passwords.Random();
        var hash = await passwords.HashAsync(password, cancellationToken);
        var until = clock.GetUtcNow().UtcDateTime.AddHours(settings.OneTimePasswordHours);
        var userName = await db.InTransactionAsync(actor, async token =>
        {
            var user = await db.Users.SingleAsync(user => user.Id == id, token);
            user.SetPassword(hash, until);
            await db.EndSessionsAsync(id, null, token);
            db.Audit(AuditAct.Changed, "Password", id, new { oneTime = true });
            return user.UserName!;
        }, cancellationToken);
        cache.EndOf(id);
        return new OneTimePassword(id, userName, password, until);
    }
}
