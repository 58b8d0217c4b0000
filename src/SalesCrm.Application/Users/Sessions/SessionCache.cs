using System.Collections.Concurrent;

namespace SalesCrm.Application.Users.Sessions;

/// <summary>
/// What this node read about sessions in the last moments, so that a page and its fragments ask the database once. Ending a session
/// takes it out before the database answers anyone; other nodes notice when their own moment is over.
/// </summary>
public sealed class SessionCache(SignInSettings settings, TimeProvider clock)
{
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, (ActiveSession Session, DateTimeOffset Until)> _read = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTime> _seen = new(StringComparer.Ordinal);
    private long _endings;

    /// <summary>Changes whenever a session ends on this node; what was read before that is not kept.</summary>
    internal long Endings => Interlocked.Read(ref _endings);

    internal ActiveSession? Find(string keyHash)
        => _read.TryGetValue(keyHash, out var entry) && entry.Until > clock.GetUtcNow() ? entry.Session : null;

    internal void Keep(ActiveSession session, long endings)
    {
        if (_read.Count >= Most)
        {
            _read.Clear();
        }

        _read[session.KeyHash] = (session, clock.GetUtcNow().AddSeconds(settings.BelieveSeconds));
        if (endings != Endings)
        {
            _read.TryRemove(session.KeyHash, out _);
        }
    }

    internal void EndOf(long userId)
    {
        Interlocked.Increment(ref _endings);
        foreach (var (key, _) in _read.Where(pair => pair.Value.Session.Actor.UserId == userId))
        {
            _read.TryRemove(key, out _);
        }
    }

    /// <summary>When the session was last used here, if that is not in the database yet.</summary>
    internal DateTime? SeenAt(string keyHash) => _seen.TryGetValue(keyHash, out var at) ? at : null;

    internal void See(string keyHash) => _seen[keyHash] = clock.GetUtcNow().UtcDateTime;

    internal IReadOnlyDictionary<string, DateTime> TakeSeen()
    {
        var taken = new Dictionary<string, DateTime>();
        foreach (var key in _seen.Keys)
        {
            if (_seen.TryRemove(key, out var at))
            {
                taken[key] = at;
            }
        }

        return taken;
    }
}
