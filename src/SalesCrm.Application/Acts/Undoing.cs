using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Acts;

/// <summary>
/// One undoing, tried or carried out: puts fields back that still hold what the act left in them, adds again what it deleted, takes away what it
/// created. A record that a person has changed since is left as it is.
/// </summary>
internal sealed class Undoing(CrmDbContext db, Act act, Actor actor, bool isDry)
{
    private const int Batch = 500;

    private readonly UndoneTypes _types = new(db.Model);
    private readonly UndoneFields _fields = new(db);
    private readonly UndoRights _rights = new(db, act, actor);
    private readonly Dictionary<UndoneType, Dictionary<long, Trace>> _created = [];

    /// <summary>Why a record stays as it is.</summary>
    public enum Reason
    {
        ChangedSince = 1,
        UsedSince = 2,
        NotYours = 3,

        /// <summary>It belongs to a record that stays.</summary>
        PartOfKept = 4,

        /// <summary>It would fall into the public pool, and somebody sells to it.</summary>
        Traded = 5,
    }

    /// <param name="Subject">The entity's class name.</param>
    /// <param name="Id">The record.</param>
    /// <param name="Why">Why it stays as it is.</param>
    /// <param name="ById">Who changed it since.</param>
    /// <param name="At">UTC; when he did.</param>
    public sealed record LeftRecord(string Subject, long Id, Reason Why, long? ById, DateTime? At)
    {
        /// <summary>The operation by which it was changed since.</summary>
        public Guid? OperationId { get; init; }

        /// <summary>What hangs on it since.</summary>
        public UndoKept.Cause? UsedBy { get; init; }
    }

    public int Restored { get; private set; }

    public List<LeftRecord> Left { get; } = [];

    /// <summary>Customers whose figures may have moved.</summary>
    public HashSet<long> Customers { get; } = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var subjects = await Entries().Select(entry => entry.Subject).Distinct().ToListAsync(cancellationToken);
        foreach (var type in _types.Of(subjects))
        {
            long? last = null;
            while (await TracesAsync(type, last, cancellationToken) is { Count: > 0 } traces)
            {
                await TakeAsync(type, traces, cancellationToken);
                last = traces.Max(trace => trace.Id);
            }
        }

        await RemoveCreatedAsync(cancellationToken);
    }

    private IQueryable<AuditEntry> Entries() => db.AuditEntries.AsNoTracking().Where(entry => entry.OperationId == act.OperationId);

    private async Task<List<Trace>> TracesAsync(UndoneType type, long? after, CancellationToken cancellationToken)
    {
        var ids = Entries().Where(entry => entry.Subject == type.Name && (after == null || entry.SubjectId > after))
            .Select(entry => entry.SubjectId).Distinct().OrderBy(id => id).Take(Batch);
        var entries = await Entries().Where(entry => entry.Subject == type.Name && ids.Contains(entry.SubjectId)).OrderBy(entry => entry.Id)
            .Select(entry => new { entry.Id, entry.Act, entry.Subject, entry.SubjectId, entry.Changes })
            .ToListAsync(cancellationToken);
        return Trace.Of(entries.Select(entry => (entry.Id, entry.Act, entry.Subject, entry.SubjectId, entry.Changes)));
    }

    private async Task TakeAsync(UndoneType type, List<Trace> all, CancellationToken cancellationToken)
    {
        var told = all.FindAll(trace => trace.IsCreated || trace.IsDeleted || !trace.Fields.Any() || !trace.Fields.All(field => UndoneType.IsLifecycle(field.Key)));
        var traces = act.UndoOperationId is { } begun ? await RestAsync(type, told, begun, cancellationToken) : told;
        if (traces.Count == 0)
        {
            return;
        }

        var since = await SinceAsync(type, traces, cancellationToken);
        var fine = new Dictionary<long, Trace>();
        foreach (var trace in traces)
        {
            // What belonged to a merged file goes back into it: so it opens again in any case, and what was written into it since stays there.
            if (!trace.IsMerged && since.TryGetValue(trace.Id, out var change))
            {
                Left.Add(new LeftRecord(trace.Subject, trace.Id, Reason.ChangedSince, change.By, change.At) { OperationId = change.OperationId });
            }
            else if (!(trace.IsCreated && trace.IsDeleted))
            {
                fine.Add(trace.Id, trace);
            }
        }

        var own = await _rights.OfAsync(type, fine.Values, cancellationToken);
        foreach (var trace in fine.Values.Where(trace => !own.Contains(trace.Id)).ToList())
        {
            Left.Add(new LeftRecord(trace.Subject, trace.Id, Reason.NotYours, null, null));
            fine.Remove(trace.Id);
        }

        foreach (var (id, opportunity) in type.Name == nameof(Application.Customers.Customer) ? await UndoPool.TradedAsync(db, act, fine.Values, cancellationToken) : [])
        {
            Left.Add(new LeftRecord(type.Name, id, Reason.Traded, null, null) { UsedBy = new UndoKept.Cause(nameof(Opportunities.Opportunity), opportunity, IsOld: false) });
            fine.Remove(id);
        }

        var created = fine.Values.Where(trace => trace.IsCreated).ToDictionary(trace => trace.Id);
        var known = _created.TryGetValue(type, out var so) ? so : _created[type] = [];
        foreach (var (id, trace) in created)
        {
            known.Add(id, trace);
            fine.Remove(id);
        }

        Restored += fine.Count;
        if (!isDry)
        {
            await RestoreAsync(type, fine, cancellationToken);
        }
    }

    /// <summary>Those that an earlier pass left. What the act had deleted came back under another id then and is not looked for again.</summary>
    private async Task<List<Trace>> RestAsync(UndoneType type, List<Trace> traces, Guid begun, CancellationToken cancellationToken)
    {
        var ids = traces.ConvertAll(trace => trace.Id);
        var entries = await db.AuditEntries.AsNoTracking().Where(entry => entry.OperationId == begun && entry.Subject == type.Name && ids.Contains(entry.SubjectId)).OrderBy(entry => entry.Id)
            .Select(entry => new { entry.Id, entry.Act, entry.Subject, entry.SubjectId, entry.Changes })
            .ToListAsync(cancellationToken);
        var back = Trace.Of(entries.Select(entry => (entry.Id, entry.Act, entry.Subject, entry.SubjectId, entry.Changes))).ToDictionary(trace => trace.Id);
        return traces.FindAll(trace => !trace.IsDeleted && (trace.IsCreated ? back.GetValueOrDefault(trace.Id)?.IsDeleted != true : Own(trace).Any() && !IsPutBack(trace)));

        bool IsPutBack(Trace trace) => back.TryGetValue(trace.Id, out var pass) && Own(pass).Intersect(Own(trace)).Any();

        static IEnumerable<string> Own(Trace trace) => trace.Fields.Select(field => field.Key).Where(field => !UndoneType.IsComputed(field));
    }

    /// <summary>What people did to these records after the act, when it is still there.</summary>
    private async Task<Dictionary<long, (long By, DateTime At, Guid OperationId)>> SinceAsync(UndoneType type, List<Trace> traces, CancellationToken cancellationToken)
    {
        var ids = traces.Select(trace => trace.Id).ToList();
        var (first, undo) = (traces.Min(trace => trace.LastEntry), act.UndoOperationId ?? act.OperationId);
        var entries = await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.Subject == type.Name && ids.Contains(entry.SubjectId) && entry.Id > first && entry.OperationId != act.OperationId && entry.OperationId != undo && entry.UserId != 0)
            .OrderBy(entry => entry.Id)
            .Select(entry => new { entry.Id, entry.Act, entry.Subject, entry.SubjectId, entry.Changes, entry.UserId, entry.At, entry.OperationId })
            .ToListAsync(cancellationToken);
        return Trace.Of(entries.Select(entry => (entry.Id, entry.Act, entry.Subject, entry.SubjectId, entry.Changes)))
            .Where(later => later.IsDeleted || later.Fields.Any(field => !UndoneType.IsComputed(field.Key)))
            .ToDictionary(later => later.Id, later => entries.FindLast(entry => entry.SubjectId == later.Id) is { } entry ? (entry.UserId, entry.At, entry.OperationId) : default);
    }

    private async Task RestoreAsync(UndoneType type, Dictionary<long, Trace> traces, CancellationToken cancellationToken)
    {
        var files = new Dictionary<long, long?>();
        foreach (var row in await type.LoadAsync(db, traces.Keys, cancellationToken))
        {
            var entry = db.Entry(row);
            Touch(entry);
            files[((IAudited)row).Id] = FileOf(entry);
            foreach (var (name, value) in traces[((IAudited)row).Id].Fields.Where(field => !UndoneType.IsComputed(field.Key)))
            {
                PutBack(entry, name, value.Old, value.New);
            }

            Touch(entry);
            (row as IDerivesKeys)?.DeriveKeys();
        }

        await _fields.PutBackAsync(traces, id => files.GetValueOrDefault(id), cancellationToken);
        foreach (var trace in traces.Values.Where(trace => trace.IsDeleted))
        {
            var entry = db.Add(type.Create());
            foreach (var (name, value) in trace.Fields)
            {
                Set(entry, name, value.Old);
            }

            Touch(entry);
            (entry.Entity as IDerivesKeys)?.DeriveKeys();
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private async Task RemoveCreatedAsync(CancellationToken cancellationToken)
    {
        var kept = await new UndoKept(db, act, isDry).FindAsync(_created, Left, cancellationToken);
        foreach (var type in UndoneTypes.ChildrenFirst(_created.Keys))
        {
            var ids = _created[type].Keys.Where(id => !kept.ContainsKey((type, id))).ToList();
            foreach (var id in _created[type].Keys.Where(id => kept.ContainsKey((type, id))))
            {
                var cause = kept[(type, id)];
                Left.Add(new LeftRecord(type.Name, id, cause is null ? Reason.PartOfKept : Reason.UsedSince, null, null) { UsedBy = cause });
            }

            Restored += ids.Count;
            foreach (var some in isDry ? [] : ids.Chunk(Batch))
            {
                var rows = await type.LoadAsync(db, some, cancellationToken);
                rows.ForEach(row => Touch(db.Entry(row)));
                await _fields.RemoveAsync(type.Name, some, cancellationToken);
                db.RemoveRange(rows);
                await db.SaveChangesAsync(cancellationToken);
                db.ChangeTracker.Clear();
            }

            if (type.Name == nameof(Application.Customers.Customer))
            {
                Customers.ExceptWith(ids);
            }
        }
    }

    private void Touch(EntityEntry entry)
    {
        if (FileOf(entry) is { } id)
        {
            Customers.Add(id);
        }
    }

    /// <summary>The customer to whose file a record belongs.</summary>
    private static long? FileOf(EntityEntry entry)
        => entry.Entity is Application.Customers.Customer customer ? customer.Id
            : entry.Metadata.FindProperty("CustomerId") is not null ? entry.Property("CustomerId").CurrentValue as long? : null;

    /// <summary>A field that the system has moved on meanwhile keeps what the system wrote.</summary>
    private static void PutBack(EntityEntry entry, string name, JsonElement old, JsonElement now)
    {
        if (entry.Metadata.FindProperty(name) is not null
            && JsonElement.DeepEquals(JsonSerializer.SerializeToElement(entry.Property(name).CurrentValue, AuditTrail.Json), now))
        {
            Set(entry, name, old);
        }
    }

    private static void Set(EntityEntry entry, string name, JsonElement value)
    {
        if (entry.Metadata.FindProperty(name) is { } property)
        {
            entry.Property(name).CurrentValue = value.Deserialize(property.ClrType, AuditTrail.Json);
        }
    }
}
