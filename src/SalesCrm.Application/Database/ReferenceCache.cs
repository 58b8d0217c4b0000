using System.Collections.Concurrent;

namespace SalesCrm.Application.Database;

/// <summary>A record that hardly ever changes and that nearly every page shows: words, steps, people. What was read of them is kept for moments.</summary>
internal interface IReference;

/// <summary>
/// What this node read of <see cref="IReference"/> records in the last moments. Saving one of them forgets everything here at once;
/// other nodes notice when their own moment is over. For choices and names, and for what the admin set up for everybody (fields and who sees them,
/// areas that are off); never for whose records somebody sees.
/// </summary>
internal sealed class ReferenceCache
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<object, (object Value, DateTime Until)> _kept = new();
    private long _changes;

    /// <param name="key">Names what is read, with everything that it depends on.</param>
    /// <param name="now">UTC.</param>
    /// <param name="read">Reads it; the result is shared, so nobody may change it.</param>
    public async Task<T> GetAsync<T>(object key, DateTime now, Func<Task<T>> read)
        where T : class
    {
        if (_kept.TryGetValue(key, out var known) && known.Until > now)
        {
            return (T)known.Value;
        }

        var changes = Interlocked.Read(ref _changes);
        var value = await read();
        _kept[key] = (value, now + Moment);
        if (changes != Interlocked.Read(ref _changes))
        {
            _kept.TryRemove(key, out _);
        }

        return value;
    }

    public void Forget()
    {
        Interlocked.Increment(ref _changes);
        _kept.Clear();
    }
}
