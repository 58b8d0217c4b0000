using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Imports.Kinds;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Imports.Uploads;

/// <summary>Past imports, the latest first: one's own; an admin sees everybody's.</summary>
public sealed class ImportList(CrmDbContext db)
{
    public const int Shown = 50;

    /// <summary>One import. Instants are UTC; <paramref name="IsOwn"/> decides whether it opens.</summary>
    public sealed record Line(Guid Handle, string FileName, Text Kind, ImportState State, string By, DateTime At, ImportReport? Report, bool IsOwn);

    public async Task<IReadOnlyList<Line>> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        var rows = await db.Imports.AsNoTracking()
            .Where(import => actor.SeesEverything || import.CreatedById == actor.UserId)
            .OrderByDescending(import => import.Id).Take(Shown)
            .Select(i => new { i.Handle, i.FileName, i.Kind, i.State, By = i.CreatedBy!.DisplayName, i.CreatedAt, i.Report, i.CreatedById })
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new Line(
            row.Handle, row.FileName, ImportKinds.Exists(row.Kind) ? ImportKinds.Create(row.Kind!).Title : "", row.State, row.By, row.CreatedAt, StoredReport.Read(row.Report), row.CreatedById == actor.UserId));
    }
}
