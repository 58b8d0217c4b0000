using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Database;
using SalesCrm.Application.Imports.External;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Acts;

/// <summary>
/// Which records of an act somebody may put back: those that he may change now, and those that were his before the act. Nothing of a confidential customer that is closed to him, whatever else he may see.
/// </summary>
internal sealed class UndoRights(CrmDbContext db, Act act, Actor actor)
{
    private HashSet<long>? _closed;

    public async Task<HashSet<long>> OfAsync(UndoneType type, IReadOnlyCollection<Trace> traces, CancellationToken cancellationToken)
    {
        var ids = traces.Select(trace => trace.Id).ToList();
        HashSet<long> own = actor.SeesEverything ? [.. ids] : [.. await WereHisAsync(traces, cancellationToken)];
        if (!actor.SeesEverything)
        {
            own.UnionWith(type.Name switch
            {
                nameof(Customer) => await db.CustomersEditedOrMergedBy(actor).Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancellationToken),
                nameof(Lead) => await db.LeadsOf(actor).Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancellationToken),
                _ when type.Has("CustomerId") => await OfFilesAsync(type, ids, cancellationToken),
                nameof(ExternalId) => ids,
                _ when type.Has("OpportunityId") => await OfOpportunitiesAsync(type, traces, cancellationToken),
                _ => [],
            });
        }

        own.ExceptWith(await ClosedAsync(type, traces, cancellationToken));
        return own;
    }

    private async Task<IEnumerable<long>> WereHisAsync(IEnumerable<Trace> traces, CancellationToken cancellationToken)
    {
        var people = await db.ReachOf(actor).ToListAsync(cancellationToken);
        return traces.Where(trace => Was(trace, "OwnerId") is { } owner && (owner == actor.UserId || people.Contains(owner))).Select(trace => trace.Id);
    }

    /// <summary>Records below customers' files, by the file where they were or are.</summary>
    private async Task<IEnumerable<long>> OfFilesAsync(UndoneType type, List<long> ids, CancellationToken cancellationToken)
    {
        var files = await FilesAsync(type.Name, ids, cancellationToken);
        var asked = files.Select(file => file.CustomerId).Distinct().ToList();
        var edited = await db.CustomersEditedOrMergedBy(actor).Where(row => asked.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancellationToken);
        return files.Where(file => edited.Contains(file.CustomerId)).Select(file => file.Id);
    }

    /// <summary>What stands on opportunities, by the opportunity.</summary>
    private async Task<IEnumerable<long>> OfOpportunitiesAsync(UndoneType type, IReadOnlyCollection<Trace> traces, CancellationToken cancellationToken)
    {
        var parents = await ParentsAsync(type, traces, "OpportunityId", cancellationToken);
        var asked = parents.Values.Distinct().ToList();
        var files = db.CustomersEditedOrMergedBy(actor).Select(customer => customer.Id);
        var worked = db.OpportunitiesWorkedBy(actor).Select(row => row.Id);
        var edited = await db.Opportunities.Where(row => asked.Contains(row.Id) && (worked.Contains(row.Id) || files.Contains(row.CustomerId))).Select(row => row.Id).ToListAsync(cancellationToken);
        return parents.Where(pair => edited.Contains(pair.Value)).Select(pair => pair.Key);
    }

    /// <summary>Those that belong to a confidential customer that is closed to him.</summary>
    private async Task<IEnumerable<long>> ClosedAsync(UndoneType type, IReadOnlyCollection<Trace> traces, CancellationToken cancellationToken)
    {
        var files = _closed ??= await ClosedFilesAsync(cancellationToken);
        if (files.Count == 0)
        {
            return [];
        }

        var closed = new HashSet<long>(await ClosedAmongAsync(type.Name, traces.Select(trace => trace.Id), cancellationToken));
        foreach (var (property, parent) in new[] { ("OpportunityId", nameof(Opportunity)), ("LeadId", nameof(Lead)) }.Where(part => type.Has(part.Item1)))
        {
            var parents = await ParentsAsync(type, traces, property, cancellationToken);
            var shut = (await ClosedAmongAsync(parent, parents.Values, cancellationToken)).ToHashSet();
            closed.UnionWith(parents.Where(pair => shut.Contains(pair.Value)).Select(pair => pair.Key));
        }

        if (type.Name == nameof(ExternalId))
        {
            var ids = traces.Select(trace => trace.Id).ToList();
            foreach (var of in (await db.ExternalIds.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken)).GroupBy(row => row.BelongsTo.Subject))
            {
                var shut = (await ClosedAmongAsync(of.Key, of.Select(row => row.RecordId), cancellationToken)).ToHashSet();
                closed.UnionWith(of.Where(row => shut.Contains(row.RecordId)).Select(row => row.Id));
            }
        }

        return closed;
    }

    private async Task<IEnumerable<long>> ClosedAmongAsync(string subject, IEnumerable<long> records, CancellationToken cancellationToken)
        => subject == nameof(Customer) ? records.Where(_closed!.Contains)
            : (await FilesAsync(subject, [.. records.Distinct()], cancellationToken)).Where(file => _closed!.Contains(file.CustomerId)).Select(file => file.Id);

    /// <summary>Confidential customers that are closed to him, but for those whom the act took from him or his people.</summary>
    private async Task<HashSet<long>> ClosedFilesAsync(CancellationToken cancellationToken)
    {
        var closed = actor.IsSystem() ? [] : await db.ClosedTo(actor).ToListAsync(cancellationToken);
        if (closed.Count == 0)
        {
            return [];
        }

        var entries = await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.OperationId == act.OperationId && entry.Subject == nameof(Customer) && closed.Contains(entry.SubjectId)).OrderBy(entry => entry.Id)
            .Select(entry => new { entry.Id, entry.Act, entry.Subject, entry.SubjectId, entry.Changes }).ToListAsync(cancellationToken);
        var traces = Trace.Of(entries.Select(entry => (entry.Id, entry.Act, entry.Subject, entry.SubjectId, entry.Changes)));
        return [.. closed.Except(await WereHisAsync(traces, cancellationToken))];
    }

    /// <summary>The customers to whose files records belong or once belonged.</summary>
    private async Task<List<(long Id, long CustomerId)>> FilesAsync(string subject, List<long> ids, CancellationToken cancellationToken)
    {
        var files = await db.AuditEntries.AsNoTracking().Where(entry => entry.Subject == subject && ids.Contains(entry.SubjectId) && entry.CustomerId != null)
            .Select(entry => new { entry.SubjectId, entry.CustomerId }).Distinct().ToListAsync(cancellationToken);
        return files.ConvertAll(file => (file.SubjectId, file.CustomerId!.Value));
    }

    /// <summary>Record → the one on which it stands, or stood before the act deleted it.</summary>
    private async Task<Dictionary<long, long>> ParentsAsync(UndoneType type, IReadOnlyCollection<Trace> traces, string property, CancellationToken cancellationToken)
    {
        var parents = new Dictionary<long, long>();
        foreach (var row in await type.LoadAsync(db, traces.Select(trace => trace.Id), cancellationToken))
        {
            if (db.Entry(row).Property(property).CurrentValue is long parent)
            {
                parents[((IAudited)row).Id] = parent;
            }
        }

        db.ChangeTracker.Clear();
        foreach (var trace in traces.Where(trace => trace.IsDeleted))
        {
            if (Was(trace, property) is { } parent)
            {
                parents[trace.Id] = parent;
            }
        }

        return parents;
    }

    private static long? Was(Trace trace, string property)
        => trace.Fields.FirstOrDefault(field => field.Key == property).Value.Old is { ValueKind: JsonValueKind.Number } old ? old.GetInt64() : null;
}
