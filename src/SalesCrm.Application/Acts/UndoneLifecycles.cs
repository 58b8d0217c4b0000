using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Acts;

/// <summary>Customers who are of their old type again, as if the act had not been, are so since they were before it and not since today.</summary>
internal static class UndoneLifecycles
{
    private const int Batch = 500;

    /// <summary>After all figures were computed anew; the types that follow from the days of deals alone have brought their day with them.</summary>
    public static async Task RestoreAsync(CrmDbContext db, Act act, CancellationToken cancellationToken)
    {
        var entries = await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.OperationId == act.OperationId && entry.Subject == nameof(Customer) && entry.Act == AuditAct.Changed && entry.Changes!.Contains("\"" + nameof(Customer.LifecycleSince) + "\":")).OrderBy(entry => entry.Id)
            .Select(entry => new { entry.Id, entry.Act, entry.Subject, entry.SubjectId, entry.Changes }).ToListAsync(cancellationToken);
        foreach (var traces in Trace.Of(entries.Select(entry => (entry.Id, entry.Act, entry.Subject, entry.SubjectId, entry.Changes))).Chunk(Batch))
        {
            var before = traces.ToDictionary(trace => trace.Id, trace => trace.Fields.ToDictionary(field => field.Key, field => field.Value.Old));
            var ids = before.Keys.ToList();
            foreach (var customer in await db.Customers.Where(row => ids.Contains(row.Id) && (row.Lifecycle == LifecycleType.Existing || row.Lifecycle == LifecycleType.Loyal)).ToListAsync(cancellationToken))
            {
                var was = before[customer.Id];
                var isOldType = !was.TryGetValue(nameof(Customer.Lifecycle), out var type) || type.GetInt32() == (int)customer.Lifecycle;
                if (isOldType && was.TryGetValue(nameof(Customer.LifecycleSince), out var since) && since.ValueKind == JsonValueKind.String)
                {
                    customer.LiveSince(since.Deserialize<DateOnly>(AuditTrail.Json));
                }
            }

            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }
}
