using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Customers.Confidential;

/// <summary>Writes down who saw a confidential customer. Of other customers nothing is written, so that their pages only read.</summary>
public sealed class NoteAccess(CrmDbContext db)
{
    /// <summary>Whoever comes back within this time has not come anew.</summary>
    private static readonly TimeSpan Visit = TimeSpan.FromMinutes(10);

    /// <summary>He opened the page of this confidential customer.</summary>
    public Task OpenedAsync(long customerId, Actor actor, CancellationToken cancellationToken)
        => WriteAsync([customerId], AccessKind.Opened, null, null, actor, cancellationToken);

    /// <summary>A search showed him these confidential customers.</summary>
    internal Task FoundAsync(IEnumerable<long> customerIds, string typed, int hits, Actor actor, CancellationToken cancellationToken)
        => customerIds.Distinct().ToList() is { Count: > 0 } found
            ? WriteAsync(found, AccessKind.Found, CleanText.Shortened(CleanText.Mended(typed.Trim()), 90), hits, actor, cancellationToken)
            : Task.CompletedTask;

    /// <summary>Adds that these customers' confidential ones leave in a workbook; inside the transaction that allows it.</summary>
    internal async Task ExportedAsync(IQueryable<long> customerIds, string reason, int rows, Actor actor, CancellationToken cancellationToken)
    {
        var ids = await db.Customers.Where(customer => customer.ConfidentialAt != null && customerIds.Contains(customer.Id)).Select(customer => customer.Id).ToListAsync(cancellationToken);
        db.CustomerAccesses.AddRange(ids.ConvertAll(id => Access(id, AccessKind.Exported, reason, rows, actor)));
    }

    /// <summary>He downloaded a file of this customer.</summary>
    internal Task DownloadedAsync(long customerId, string file, Actor actor, CancellationToken cancellationToken)
        => WriteAsync([customerId], AccessKind.Downloaded, CleanText.Shortened(file, 90), null, actor, cancellationToken);

    private async Task WriteAsync(List<long> ids, AccessKind kind, string? detail, int? count, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.UserId == 0)
        {
            return;
        }

        var since = db.Now - Visit;
        var noted = await db.CustomerAccesses
            .Where(access => ids.Contains(access.CustomerId) && access.UserId == actor.UserId && access.Kind == kind && access.At > since && access.Detail == detail)
            .Select(access => access.CustomerId).ToListAsync(cancellationToken);
        var missing = ids.Except(noted).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        await db.InTransactionAsync(actor, _ =>
        {
            db.CustomerAccesses.AddRange(missing.ConvertAll(id => Access(id, kind, detail, count, actor)));
            return Task.FromResult(0);
        }, cancellationToken);
    }

    private CustomerAccess Access(long customerId, AccessKind kind, string? detail, int? count, Actor actor)
        => new() { CustomerId = customerId, UserId = actor.UserId, Kind = kind, At = db.Now, Detail = detail, Count = count };
}
