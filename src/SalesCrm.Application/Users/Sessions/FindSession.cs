using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Users.Sessions;

/// <summary>Says whose session a cookie's key opens, if it opens one. At most one command to the database, none within the cache's moment.</summary>
public sealed class FindSession(CrmDbContext db, SessionCache cache, SignInSettings settings, TimeProvider clock)
{
    /// <summary>Who reaches more people than this is asked for as if he reached everybody.</summary>
    private const int WholeCompany = 40;

    /// <summary>Who reaches fewer than one in so many is fetched for instead of walking along everybody's records.</summary>
    private const int SmallPart = 100;

    public async Task<ActiveSession?> ExecuteAsync(string key, CancellationToken cancellationToken)
    {
        if (key.Length != SessionKey.Length)
        {
            return null;
        }

        var hash = SessionKey.HashOf(key);
        var session = cache.Find(hash);
        if (session is null)
        {
            var endings = cache.Endings;
            session = await ReadAsync(hash, cancellationToken);
            if (session is not null && IsValid(session))
            {
                cache.Keep(session, endings);
            }
        }

        if (session is null || !IsValid(session))
        {
            return null;
        }

        cache.See(hash);
        return session;
    }

    private bool IsValid(ActiveSession session)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var seen = cache.SeenAt(session.KeyHash) is { } here && here > session.SeenAt ? here : session.SeenAt;
        return session.ExpiresAt > now && seen.AddMinutes(settings.IdleMinutes) > now;
    }

    private Task<ActiveSession?> ReadAsync(string hash, CancellationToken cancellationToken) => db.Sessions
        .Where(session => session.KeyHash == hash && session.User!.IsActive)
        .Select(session => new ActiveSession(
            session.KeyHash,
            new Actor(session.UserId, session.User!.DisplayName, session.User.Role, session.User.TeamId)
            {
                IsChannel = session.User.IsChannel && session.User.Role == Role.Rep,
                Sight = !db.Reaches.Any(reach => reach.ActorId == session.UserId && reach.UserId != session.UserId) ? Sight.Own
                    : db.Reaches.Count(reach => reach.ActorId == session.UserId) > WholeCompany ? Sight.Company
                    : Sight.Team,
                IsSmallPart = db.Reaches.Count(reach => reach.ActorId == session.UserId) * SmallPart < db.Users.Count(),
            },
            session.User.UserName!,
            session.User.PasswordExpiresAt != null,
            session.ExpiresAt,
            session.SeenAt))
        .SingleOrDefaultAsync(cancellationToken);
}
