using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Acts;

/// <summary>A later act that stands, at least in part.</summary>
public sealed record LaterAct(long Id, ActKind Kind, Text About);

/// <summary>By which later acts records that an undoing leaves were changed since, or got what hangs on them.</summary>
internal static class LaterActs
{
    public static async Task<Dictionary<Undoing.LeftRecord, LaterAct>> ReadAsync(CrmDbContext db, Act act, List<Undoing.LeftRecord> left, Actor actor, CancellationToken cancellationToken)
    {
        var operations = left.Where(row => row.OperationId is not null).ToDictionary(row => row, row => row.OperationId!.Value);
        foreach (var used in left.Where(row => row.UsedBy is { IsOld: false }).GroupBy(row => row.UsedBy!.Subject))
        {
            var ids = used.Select(row => row.UsedBy!.Id).Distinct().ToList();
            var created = await db.AuditEntries.AsNoTracking().Where(entry => entry.Subject == used.Key && ids.Contains(entry.SubjectId) && entry.Act == AuditAct.Created)
                .Select(entry => new { entry.SubjectId, entry.OperationId }).ToListAsync(cancellationToken);
            foreach (var row in used)
            {
                if (created.FindLast(entry => entry.SubjectId == row.UsedBy!.Id) is { } entry)
                {
                    operations[row] = entry.OperationId;
                }
            }
        }

        var asked = operations.Values.Distinct().ToList();
        var acts = await db.ActsOf(actor).AsNoTracking().Where(later => later.Id > act.Id && asked.Contains(later.OperationId) && (later.UndoneAt == null || later.Left > 0))
            .Select(later => new { later.OperationId, later.Id, later.Kind, later.About }).ToListAsync(cancellationToken);
        var known = acts.ToDictionary(later => later.OperationId, later => new LaterAct(later.Id, later.Kind, StoredText.Read(later.About)!.Value));
        return operations.Where(pair => known.ContainsKey(pair.Value)).ToDictionary(pair => pair.Key, pair => known[pair.Value]);
    }
}
