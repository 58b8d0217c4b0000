using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Users.Sessions;

namespace SalesCrm.Application.Users;

/// <summary>
/// Opens a session for a user name and password. Unknown, inactive and wrong all get the same answer after the same work,
/// and every try leaves an audit entry.
/// </summary>
public sealed class SignIn(CrmDbContext db, Passwords passwords, SignInGuard guard, SignInSettings settings, TimeProvider clock)
{
    /// <param name="Address">Where the request came from.</param>
    /// <param name="Browser">What the browser calls itself.</param>
    public sealed record Input(string? UserName, string? Password, bool Remember, string Address, string? Browser);

    /// <summary>An opened session.</summary>
    /// <param name="Key">Goes into the cookie and nowhere else.</param>
    /// <param name="ExpiresAt">UTC.</param>
    public sealed record Opened(string Key, bool Remember, DateTime ExpiresAt, bool MustChangePassword);

    public async Task<Outcome<Opened>> ExecuteAsync(Input input, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(input.UserName) || string.IsNullOrEmpty(input.Password))
        {
            return Outcome<Opened>.Invalid("", "请填写用户名和密码");
        }

        var name = UserNames.KeyOf(input.UserName);
        var wait = guard.WaitOf(name, input.Address);
        if (wait > TimeSpan.Zero)
        {
            return Outcome<Opened>.Forbidden(new Text("尝试次数太多，请 {0} 分钟后再试。", (int)Math.Ceiling(wait.TotalMinutes)));
        }

        var user = await db.Users.SingleOrDefaultAsync(user => user.NormalizedUserName == name, cancellationToken);
        var password = input.Password.Length <= PasswordRules.Longest * 2 ? input.Password : input.Password[..(PasswordRules.Longest * 2)];
        var verified = await passwords.VerifyAsync(user, password, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        if (user is null || verified == PasswordVerificationResult.Failed || !user.IsActive || user.PasswordExpiresAt <= now)
        {
            return await RefuseAsync(user, name, input.Address, cancellationToken);
        }

        guard.Succeed(name, input.Address);
        var hash = verified == PasswordVerificationResult.SuccessRehashNeeded ? await passwords.HashAsync(password, cancellationToken) : null;
        return await OpenAsync(user.Id, hash, user.PasswordExpiresAt is not null, input, now, cancellationToken);
    }

    private async Task<Outcome<Opened>> RefuseAsync(User? user, string name, string address, CancellationToken cancellationToken)
    {
        await db.InTransactionAsync(Actor.System, _ =>
        {
            // People type passwords into the wrong field, so a name that nobody has is not written down.
            db.Audit(AuditAct.SignInFailed, "SignIn", user?.Id ?? 0, new { address, user = user?.UserName }, user?.Id ?? 0);
            return Task.FromResult(0);
        }, cancellationToken);

        return guard.Fail(name, address) switch
        {
            0 => Outcome<Opened>.Invalid("", new Text("用户名或密码不对。请 {0} 分钟后再试。", settings.WaitMinutes)),
            var left => Outcome<Opened>.Invalid("", new Text("用户名或密码不对。再错 {0} 次，要等 {1} 分钟才能再试。", left, settings.WaitMinutes)),
        };
    }

    private async Task<Outcome<Opened>> OpenAsync(long userId, string? hash, bool mustChange, Input input, DateTime now, CancellationToken cancellationToken)
    {
        var key = SessionKey.New();
        return await db.InTransactionAsync<Outcome<Opened>>(Actor.System, async token =>
        {
            // Past the version: signing in is no change that an administrator who edits this person should stumble over.
            await db.Users.Where(user => user.Id == userId).ExecuteUpdateAsync(set => set.SetProperty(user => user.LastSignInAt, now), token);
            if (hash is not null)
            {
                await db.Users.Where(user => user.Id == userId).ExecuteUpdateAsync(set => set.SetProperty(user => user.PasswordHash, hash), token);
            }

            var session = new Session
            {
                KeyHash = SessionKey.HashOf(key),
                UserId = userId,
                CreatedAt = now,
                SeenAt = now,
                ExpiresAt = now.AddHours(settings.SessionHours),
                Remember = input.Remember,
                Address = CleanText.Shortened(input.Address, 60),
                Browser = CleanText.Shortened(CleanText.Line(input.Browser) ?? "", 150),
            };
            db.Sessions.Add(session);
            db.Audit(AuditAct.SignedIn, "SignIn", userId, new { input.Address }, userId);
            return new Opened(key, input.Remember, session.ExpiresAt, mustChange);
        }, cancellationToken);
    }
}
