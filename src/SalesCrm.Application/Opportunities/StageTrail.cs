namespace SalesCrm.Application.Opportunities;

/// <summary>That an opportunity came to a step.</summary>
/// <param name="Stage">The step.</param>
/// <param name="At">UTC.</param>
/// <param name="ById">Who moved it, as far as known.</param>
/// <param name="Reason">Why.</param>
internal sealed record StageEntry(StageCode Stage, DateTime At, long? ById = null, string? Reason = null)
{
    public bool IsClosing => Stage > StageCode.Contract;
}

/// <summary>
/// An opportunity's way through the steps: what another system saw of it, laid between what is on file. What an import had put there for want of
/// better (closed at the start of the day of its end) gives way to what was seen.
/// </summary>
internal sealed class StageTrail
{
    private readonly Opportunity _opportunity;
    private readonly StageEntry? _begin;

    private StageTrail(Opportunity opportunity, StageEntry? begin, List<StageEntry> entries) => (_opportunity, _begin, Entries) = (opportunity, begin, entries);

    /// <summary>Oldest first; no step follows itself.</summary>
    public IReadOnlyList<StageEntry> Entries { get; }

    /// <param name="opportunity">With its changes.</param>
    /// <param name="seen">What the other system saw, in any order.</param>
    /// <param name="startOf">The instant at which a day of the company's begins, from an instant in it.</param>
    public static StageTrail Of(Opportunity opportunity, IReadOnlyCollection<StageEntry> seen, Func<DateTime, DateTime> startOf)
    {
        var changes = Ordered(opportunity);
        var begin = BeginOf(opportunity, changes);
        if (begin is not null && startOf(begin.At) == begin.At && seen.Any(entry => startOf(entry.At) <= begin.At))
        {
            begin = null;
        }

        var marks = changes.Where(change => IsMark(change, startOf)).ToList();
        var entries = changes.Except(marks).Select(change => new StageEntry(change.To, change.At, change.ById, change.Reason)).Concat(seen).ToList();
        foreach (var mark in marks.Where(mark => entries.TrueForAll(entry => entry.Stage != mark.To)))
        {
            entries.Add(new StageEntry(mark.To, entries.Select(entry => entry.At).Append(mark.At).Max()));
        }

        return new StageTrail(opportunity, begin, Collapsed([.. begin is null ? [] : (StageEntry[])[begin], .. entries]));
    }

    /// <summary>The steps on file that a step seen at the same instant contradicts.</summary>
    public static IEnumerable<StageEntry> OnFile(Opportunity opportunity, Func<DateTime, DateTime> startOf)
        => Ordered(opportunity).Where(change => !IsMark(change, startOf)).Select(change => new StageEntry(change.To, change.At));

    /// <summary>The last entry, where it cannot be reconciled with how the opportunity stands.</summary>
    public StageEntry? Contradiction => Entries[^1] is var last && (last.IsClosing || _opportunity.Status != OpportunityStatus.Open) && Level(last.Stage) != Level(_opportunity.Stage) ? last : null;

    /// <summary>Makes the changes of the opportunity what the trail says.</summary>
    public void Write(Action<StageChange> remove)
    {
        var left = Ordered(_opportunity);
        for (var index = 0; index < Entries.Count; index++)
        {
            var (entry, before) = (Entries[index], index == 0 ? Entries[0] : Entries[index - 1]);
            if (index == 0 && entry == _begin)
            {
                continue;
            }

            var seconds = (long)(entry.At - before.At).TotalSeconds;
            if (left.Find(change => change.To == entry.Stage && change.At == entry.At) is { } known)
            {
                left.Remove(known);
                (known.From, known.SecondsSpent) = (before.Stage, seconds);
                continue;
            }

            _opportunity.StageChanges.Add(new StageChange { From = before.Stage, To = entry.Stage, At = entry.At, ById = entry.ById, Reason = entry.Reason, SecondsSpent = seconds });
        }

        foreach (var change in left)
        {
            _opportunity.StageChanges.Remove(change);
            remove(change);
        }
    }

    /// <summary>Follow-ups after the sale are part of a won opportunity.</summary>
    private static StageCode Level(StageCode stage) => stage == StageCode.AfterSales ? StageCode.Won : stage;

    private static List<StageChange> Ordered(Opportunity opportunity) => [.. opportunity.StageChanges.OrderBy(change => change.At).ThenBy(change => change.Id)];

    /// <summary>Where it stood before its first move; what an import declared without having seen it is nothing.</summary>
    private static StageEntry? BeginOf(Opportunity opportunity, List<StageChange> changes) => changes switch
    {
        [] => opportunity.Stage == StageCode.Identified ? new StageEntry(StageCode.Identified, opportunity.StageEnteredAt) : null,
        [{ From: StageCode.Identified, SecondsSpent: > 0 } first, ..] => new StageEntry(StageCode.Identified, first.At.AddSeconds(-first.SecondsSpent)),
        _ => null,
    };

    /// <summary>An import that knew only the day of the end put it there.</summary>
    private static bool IsMark(StageChange change, Func<DateTime, DateTime> startOf)
        => change is { ById: null, Reason: null, To: StageCode.Won or StageCode.Lost } && (change.SecondsSpent == 0 || startOf(change.At) == change.At);

    private static List<StageEntry> Collapsed(IEnumerable<StageEntry> entries)
    {
        var way = new List<StageEntry>();
        foreach (var entry in entries.OrderBy(entry => entry.At))
        {
            if (way.Count == 0 || way[^1].Stage != entry.Stage)
            {
                way.Add(entry);
            }
        }

        return way;
    }
}
