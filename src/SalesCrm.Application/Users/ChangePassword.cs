using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users.Sessions;

namespace SalesCrm.Application.Users;

/// <summary>Replaces one's own password. All sessions end, the one at hand goes on under a new key.</summary>
public sealed class ChangePassword(CrmDbContext db, Passwords passwords, SignInGuard guard, SessionCache cache, TimeProvider clock)
{
    public sealed record Input(string? OldPassword, string? NewPassword, string? RepeatedPassword, string Address);

    public async Task<Outcome<SignIn.Opened>> ExecuteAsync(Input input, ActiveSession session, CancellationToken cancellationToken)
    {
        var actor = session.Actor;
        var user = await db.Users.SingleAsync(user => user.Id == actor.UserId, cancellationToken);
        if (await OldProblemAsync(user, input, cancellationToken) is { } old)
        {
            return Outcome<SignIn.Opened>.Invalid(nameof(Input.OldPassword), old);
        }

        var problem = input.NewPassword == input.OldPassword ? "新密码不能和原密码相同" : PasswordRules.ProblemOf(input.NewPassword, user.UserName!, user.DisplayName);
        if (problem is { } refused)
        {
            return Outcome<SignIn.Opened>.Invalid(nameof(Input.NewPassword), refused);
        }

        if (input.NewPassword != input.RepeatedPassword)
        {
            return Outcome<SignIn.Opened>.Invalid(nameof(Input.RepeatedPassword), "两次输入的新密码不一样");
        }

        var hash = await passwords.HashAsync(input.NewPassword!, cancellationToken);
        var key = SessionKey.New();
        var opened = await db.InTransactionAsync(actor, async token =>
        {
            db.ChangeTracker.Clear();
            var fresh = await db.Users.SingleAsync(user => user.Id == actor.UserId, token);
            fresh.SetPassword(hash, null);
            var current = await db.Sessions.AsNoTracking().SingleAsync(s => s.KeyHash == session.KeyHash, token);
            await db.EndSessionsAsync(actor.UserId, null, token);
            db.Sessions.Add(current.Renewed(SessionKey.HashOf(key), clock.GetUtcNow().UtcDateTime));
            db.Audit(AuditAct.Changed, "Password", actor.UserId, new { });
            return new SignIn.Opened(key, current.Remember, current.ExpiresAt, false);
        }, cancellationToken);
        cache.EndOf(actor.UserId);
        return opened;
    }

    private async Task<Text?> OldProblemAsync(User user, Input input, CancellationToken cancellationToken)
    {
        var name = user.NormalizedUserName!;
        if (guard.WaitOf(name, input.Address) is var wait && wait > TimeSpan.Zero)
        {
            return new Text("尝试次数太多，请 {0} 分钟后再试。", (int)Math.Ceiling(wait.TotalMinutes));
        }

        if (await passwords.VerifyAsync(user, input.OldPassword ?? "", cancellationToken) != PasswordVerificationResult.Failed)
        {
            return null;
        }

        guard.Fail(name, input.Address);
        return "原密码不对";
    }
}
