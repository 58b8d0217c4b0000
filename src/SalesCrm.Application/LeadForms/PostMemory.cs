using System.Collections.Concurrent;

namespace SalesCrm.Application.LeadForms;

/// <summary>
/// What this node remembers of posts for a while, so that repeating them costs the database nothing: keys that were stored, and forms whose
/// quarantine is full. The database decides; whatever is not remembered here is asked there.
/// </summary>
public sealed class PostMemory
{
    internal const int MostKeys = 10_000;

    /// <summary>A person who empties a quarantine waits no longer than this until it takes posts again.</summary>
    private static readonly TimeSpan FullFor = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<Guid, bool> _stored = new();
    private readonly ConcurrentQueue<Guid> _order = new();
    private readonly ConcurrentDictionary<long, DateTime> _fullUntil = new();

    internal bool IsStored(Guid key) => _stored.ContainsKey(key);

    internal void Stored(Guid key)
    {
        if (_stored.TryAdd(key, true))
        {
            _order.Enqueue(key);
            while (_stored.Count > MostKeys && _order.TryDequeue(out var oldest))
            {
                _stored.TryRemove(oldest, out _);
            }
        }
    }

    internal bool IsFull(long formId, DateTime now) => _fullUntil.TryGetValue(formId, out var until) && now < until;

    internal void Full(long formId, DateTime now) => _fullUntil[formId] = now + FullFor;
}
