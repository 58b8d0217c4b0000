using System.Text.Json;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Acts;

/// <summary>What one operation did to one record in all: fields as they were before it and as it left them.</summary>
internal sealed class Trace(string subject, long id)
{
    private readonly Dictionary<string, (JsonElement Old, JsonElement New)> _fields = [];

    public string Subject => subject;

    public long Id => id;

    public bool IsCreated { get; private set; }

    public bool IsDeleted { get; private set; }

    /// <summary>It went into another one.</summary>
    public bool IsMerged => _fields.TryGetValue(nameof(Customer.MergedIntoId), out var change) && change.New.ValueKind == JsonValueKind.Number;

    /// <summary>The latest of its audit entries.</summary>
    public long LastEntry { get; private set; }

    /// <summary>Fields whose value is another one than before.</summary>
    public IEnumerable<KeyValuePair<string, (JsonElement Old, JsonElement New)>> Fields
        => _fields.Where(pair => !JsonElement.DeepEquals(pair.Value.Old, pair.Value.New));

    /// <summary>Takes the entry that comes next.</summary>
    public void Take(long entryId, AuditAct act, string? changes)
    {
        LastEntry = entryId;
        IsCreated |= act == AuditAct.Created;
        IsDeleted |= act == AuditAct.Deleted;
        if (changes is null)
        {
            return;
        }

        using var document = JsonDocument.Parse(changes);
        foreach (var field in document.RootElement.EnumerateObject().Where(field => field.Value is { ValueKind: JsonValueKind.Array } pair && pair.GetArrayLength() == 2))
        {
            var now = field.Value[1].Clone();
            _fields[field.Name] = (_fields.TryGetValue(field.Name, out var known) ? known.Old : field.Value[0].Clone(), now);
        }
    }

    /// <summary>One trace for each record of these entries, in the order in which they were first touched.</summary>
    public static List<Trace> Of(IEnumerable<(long Id, AuditAct Act, string Subject, long SubjectId, string? Changes)> entries)
    {
        var traces = new Dictionary<(string, long), Trace>();
        foreach (var entry in entries)
        {
            if (!traces.TryGetValue((entry.Subject, entry.SubjectId), out var trace))
            {
                traces.Add((entry.Subject, entry.SubjectId), trace = new Trace(entry.Subject, entry.SubjectId));
            }

            trace.Take(entry.Id, entry.Act, entry.Changes);
        }

        return [.. traces.Values];
    }
}
