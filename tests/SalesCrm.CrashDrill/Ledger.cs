using System.Collections.Concurrent;
using System.Net;

namespace SalesCrm.CrashDrill;

internal enum WriteKind
{
    Visit,
    Customer,
    Edit,
    Move,
    Import,
}

internal enum WriteState
{
    /// <summary>Sent, and the server died before it answered: there once, or not at all.</summary>
    CutOff,

    /// <summary>Answered as saved: there once.</summary>
    Answered,

    /// <summary>Answered as not saved: not there.</summary>
    Refused,
}

/// <summary>One write that a client sent, known by a marker that it left in the record.</summary>
internal sealed class Write(WriteKind kind, string marker, int rows)
{
    public WriteKind Kind => kind;

    public string Marker => marker;

    /// <summary>In how many rows the marker stands when it was carried out.</summary>
    public int Rows => rows;

    public WriteState State { get; set; } = WriteState.CutOff;

    /// <summary>What the server found wrong with a refused one.</summary>
    public string Problem { get; private set; } = "";

    /// <summary>The form, where sending it a second time must not write a second time.</summary>
    public (Browser Browser, Form Form)? Again { get; init; }

    /// <exception cref="DrillException">The answer is neither saved nor refused nor busy.</exception>
    public void Settle(Answer answer)
    {
        Problem = answer.Problem;
        State = answer.Status switch
        {
            HttpStatusCode.Redirect or HttpStatusCode.SeeOther => WriteState.Answered,
            HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict or HttpStatusCode.ServiceUnavailable => WriteState.Refused,
            _ => throw new DrillException($"{kind} {marker} was answered {answer}"),
        };
    }
}

/// <summary>What all clients sent, and what they were answered.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentQueue<Write> _writes = new();
    private int _number;

    public IReadOnlyCollection<Write> Writes => _writes;

    public int Count(WriteState state) => _writes.Count(write => write.State == state);

    public string NextMarker() => $"drill-{Interlocked.Increment(ref _number):D6}-end";

    public Write Add(Write write)
    {
        _writes.Enqueue(write);
        return write;
    }

    /// <summary>One line for each write that is not in the books as it was answered.</summary>
    public IReadOnlyList<string> DifferencesFrom(Books books)
    {
        var lines = new List<string>();
        foreach (var write in _writes)
        {
            var rows = books.RowsOf(write.Kind, write.Marker);
            var isRight = write.State switch
            {
                WriteState.Answered => rows == write.Rows,
                WriteState.Refused => rows == 0,
                _ => rows == 0 || rows == write.Rows,
            };
            if (!isRight)
            {
                lines.Add($"{write.Kind} {write.Marker}: {write.State}, and {rows} of {write.Rows} rows are there");
            }

            if (books.AuditedOf(write.Kind, write.Marker) is { } audited && audited != rows)
            {
                lines.Add($"{write.Kind} {write.Marker}: {rows} rows, {audited} audit entries");
            }
        }

        return lines;
    }
}
