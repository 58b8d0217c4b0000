using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Users.Accounts;

/// <summary>Asks for the actor's own password again before a role is granted, so that a hijacked browser cannot make an administrator.</summary>
public sealed class OwnPassword(CrmDbContext db, Passwords passwords, SignInGuard guard)
{
    internal async Task<Text?> ProblemAsync(string? typed, Actor actor, CancellationToken cancellationToken)
    {
        if (actor == Actor.System)
        {
            return null;
        }

        var user = await db.Users.AsNoTracking().SingleAsync(user => user.Id == actor.UserId, cancellationToken);
        var name = user.NormalizedUserName!;
        if (string.IsNullOrEmpty(typed))
        {
            return "授予角色需要再输入一次您自己的密码";
        }

        if (guard.WaitOf(name, "role") > TimeSpan.Zero)
        {
            return "密码错得太多，请稍后再试";
        }

        if (await passwords.VerifyAsync(user, typed, cancellationToken) == PasswordVerificationResult.Failed)
        {
            guard.Fail(name, "role");
            return "您自己的密码不对";
        }

        return null;
    }
}
