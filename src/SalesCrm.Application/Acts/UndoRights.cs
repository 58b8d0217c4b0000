using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Imports.External;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Acts;

/// <summary>Which records somebody may put back: those that he may change now, and those that were his before the act.</summary>
internal static class UndoRights
{
    public static async Task<HashSet<long>> OfAsync(CrmDbContext db, UndoneType type, IReadOnlyCollection<Trace> traces, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.SeesEverything)
        {
            return [.. traces.Select(trace => trace.Id)];
        }

        var people = await db.ReachOf(actor).ToListAsync(cancellationToken);
        var own = traces.Where(trace => Was(trace, "OwnerId") is { } owner && (owner == actor.UserId || people.Contains(owner))).Select(trace => trace.Id).ToHashSet();
        var ids = traces.Select(trace => trace.Id).ToList();
        own.UnionWith(type.Name switch
        {
            nameof(Customer) => await db.CustomersEditedOrMergedBy(actor).Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancellationToken),
            nameof(Lead) => await db.LeadsOf(actor).Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancellationToken),
            _ when type.Has("CustomerId") => await OfFilesAsync(db, type, traces, actor, cancellationToken),
            nameof(ExternalId) => ids,
            _ when type.Has("OpportunityId") => ids,
            _ => [],
        });
        return own;
    }

    /// <summary>Records below customers' files, by the file where they were or are.</summary>
    private static async Task<IEnumerable<long>> OfFilesAsync(CrmDbContext db, UndoneType type, IReadOnlyCollection<Trace> traces, Actor actor, CancellationToken cancellationToken)
    {
        var ids = traces.Select(trace => trace.Id).ToList();
        var files = await db.AuditEntries.AsNoTracking().Where(entry => entry.Subject == type.Name && ids.Contains(entry.SubjectId) && entry.CustomerId != null)
            .Select(entry => new { entry.SubjectId, entry.CustomerId }).Distinct().ToListAsync(cancellationToken);
        var asked = files.Select(file => file.CustomerId!.Value).Distinct().ToList();
        var edited = await db.CustomersEditedOrMergedBy(actor).Where(row => asked.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancellationToken);
        return files.Where(file => edited.Contains(file.CustomerId!.Value)).Select(file => file.SubjectId);
    }

    private static long? Was(Trace trace, string property)
        => trace.Fields.FirstOrDefault(field => field.Key == property).Value.Old is { ValueKind: JsonValueKind.Number } old ? old.GetInt64() : null;
}
