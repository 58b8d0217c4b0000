using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities;

namespace SalesCrm.Application.Acts;

/// <summary>Whom undoing would put back into the public pool although somebody sells to him by now; releasing him by hand is refused too.</summary>
internal static class UndoPool
{
    /// <returns>Customer → his latest open opportunity. One that goes with the act is none.</returns>
    public static async Task<Dictionary<long, long>> TradedAsync(CrmDbContext db, Act act, IEnumerable<Trace> customers, CancellationToken cancellationToken)
    {
        var taken = customers.Where(trace => !trace.IsCreated).Select(trace => (trace.Id, Owner: trace.Fields.FirstOrDefault(field => field.Key == nameof(Customer.OwnerId)).Value))
            .Where(pair => pair.Owner is { Old.ValueKind: JsonValueKind.Null, New.ValueKind: JsonValueKind.Number }).ToDictionary(pair => pair.Id, pair => pair.Owner.New.GetInt64());
        if (taken.Count == 0)
        {
            return [];
        }

        var ids = taken.Keys.ToList();
        var open = await db.Opportunities
            .Where(row => ids.Contains(row.CustomerId) && row.Status == OpportunityStatus.Open && row.ArchivedAt == null
                && !db.AuditEntries.Any(entry => entry.OperationId == act.OperationId && entry.Subject == nameof(Opportunity) && entry.SubjectId == row.Id && entry.Act == AuditAct.Created))
            .GroupBy(row => new { row.CustomerId, row.Customer!.OwnerId })
            .Select(group => new { group.Key.CustomerId, group.Key.OwnerId, Latest = group.Max(row => row.Id) })
            .ToListAsync(cancellationToken);
        return open.Where(row => row.OwnerId == taken[row.CustomerId]).ToDictionary(row => row.CustomerId, row => row.Latest);
    }
}
