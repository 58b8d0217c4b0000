using System.Collections.Concurrent;

namespace SalesCrm.Application.Users;

/// <summary>
/// Slows guessing on this node: per account and address, and over everything. An account is never locked as such, so nobody can lock
/// another person out. Counts names whether they exist or not, so that its answers say nothing about that.
/// </summary>
public sealed class SignInGuard(SignInSettings settings, TimeProvider clock)
{
    private const int Most = 100_000;

    private readonly ConcurrentDictionary<(string Name, string Address), Tries> _tries = new();
    private readonly ConcurrentDictionary<(string Name, string Address), DateTimeOffset> _known = new();
    private readonly Queue<DateTimeOffset> _failures = new();

    /// <summary>How long this address has to wait before it may try this account again; zero when it may.</summary>
    internal TimeSpan WaitOf(string name, string address)
    {
        var now = clock.GetUtcNow();
        if (_tries.TryGetValue((name, address), out var tries) && tries.Count >= settings.Tries && tries.Until > now)
        {
            return tries.Until - now;
        }

        return IsSprayed(now) && !_known.ContainsKey((name, address)) ? TimeSpan.FromMinutes(1) : TimeSpan.Zero;
    }

    /// <summary>Tries that are left to this address for this account.</summary>
    internal int Fail(string name, string address)
    {
        var now = clock.GetUtcNow();
        var until = now.AddMinutes(settings.WaitMinutes);
        var tries = _tries.AddOrUpdate((name, address), new Tries(1, until), (_, old) => new Tries(old.Until > now ? old.Count + 1 : 1, until));
        lock (_failures)
        {
            _failures.Enqueue(now);
        }

        Prune(now);
        return Math.Max(0, settings.Tries - tries.Count);
    }

    internal void Succeed(string name, string address)
    {
        _tries.TryRemove((name, address), out _);
        _known[(name, address)] = clock.GetUtcNow();
    }

    private bool IsSprayed(DateTimeOffset now)
    {
        lock (_failures)
        {
            while (_failures.TryPeek(out var at) && at <= now.AddMinutes(-1))
            {
                _failures.Dequeue();
            }

            return _failures.Count >= settings.FailuresPerMinute;
        }
    }

    private void Prune(DateTimeOffset now)
    {
        IsSprayed(now);
        if (_tries.Count > Most)
        {
            foreach (var (key, _) in _tries.Where(pair => pair.Value.Until <= now))
            {
                _tries.TryRemove(key, out _);
            }
        }

        if (_known.Count > Most)
        {
            _known.Clear();
        }
    }

    private readonly record struct Tries(int Count, DateTimeOffset Until);
}
