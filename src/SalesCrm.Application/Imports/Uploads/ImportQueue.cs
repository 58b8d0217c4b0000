using System.Collections.Concurrent;
using System.Threading.Channels;
using SalesCrm.Application.Imports.Downloads;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Imports.Uploads;

/// <summary>A file that waits to be tried or written.</summary>
public sealed record ImportJob(Guid Handle, Actor Actor, bool Commit, bool AllOrNothing, ConflictChoice Conflicts = ConflictChoice.Refuse);

/// <summary>Files in line, one worked on at a time, and how far each has come. Progress lives in this process: while rows are written the database is not to be asked.</summary>
public sealed class ImportQueue
{
    private readonly Channel<ImportJob> _jobs = Channel.CreateUnbounded<ImportJob>();
    private readonly ConcurrentDictionary<Guid, int> _done = new();
    private readonly ConcurrentDictionary<Guid, CancellationTokenSource> _cancellations = new();

    public IAsyncEnumerable<ImportJob> ReadAllAsync(CancellationToken cancellationToken) => _jobs.Reader.ReadAllAsync(cancellationToken);

    public void Add(ImportJob job)
    {
        _done[job.Handle] = 0;
        _cancellations[job.Handle] = new CancellationTokenSource();
        _jobs.Writer.TryWrite(job);
    }

    /// <summary>Rows that are done; null when this process is not working on it.</summary>
    public int? DoneOf(Guid handle) => _done.TryGetValue(handle, out var done) ? done : null;

    /// <summary>Stops what waits or runs. False when this process has no such job.</summary>
    public bool Cancel(Guid handle)
    {
        if (!_cancellations.TryGetValue(handle, out var cancellation))
        {
            return false;
        }

        cancellation.Cancel();
        return true;
    }

    public CancellationToken CancellationOf(Guid handle) => _cancellations.TryGetValue(handle, out var cancellation) ? cancellation.Token : CancellationToken.None;

    public void Forget(Guid handle)
    {
        _done.TryRemove(handle, out _);
        _cancellations.TryRemove(handle, out _);
    }

    public IProgress<ImportProgress> ProgressOf(Guid handle) => new Board(_done, handle);

    private sealed class Board(ConcurrentDictionary<Guid, int> done, Guid handle) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => done[handle] = value.Done;
    }
}
