using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Imports.Kinds;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Imports.Uploads;

/// <summary>One import for its pages; only for whoever uploaded it.</summary>
public sealed class ImportDetails(CrmDbContext db, ImportQueue queue)
{
    /// <param name="Done">Rows read so far, while it runs in this process.</param>
    /// <param name="Problem">Why it failed.</param>
    /// <param name="HasFile">The file is still kept.</param>
    public sealed record Card(Guid Handle, string FileName, string? Sheet, string? Kind, ImportState State, int Total, int? Done, ImportReport? Report, Text? Problem, DateTime? StartedAt, DateTime? FinishedAt, bool HasFile)
    {
        public Text Title => ImportKinds.Exists(Kind) ? ImportKinds.Create(Kind!).Title : "";

        /// <summary>The act by which it is undone; null while nothing was written.</summary>
        public long? ActId { get; init; }

        public bool IsRunning => State is ImportState.Checking or ImportState.Committing;
    }

    public async Task<Card?> ReadAsync(Guid handle, Actor actor, CancellationToken cancellationToken)
    {
        var row = await db.Imports.AsNoTracking().Where(import => import.Handle == handle && import.CreatedById == actor.UserId)
            .Select(i => new { i.FileName, i.Sheet, i.Kind, i.State, i.RowsTotal, i.Report, i.Problem, i.StartedAt, i.FinishedAt, HasFile = i.Content != null, ActId = db.Acts.Where(act => act.OperationId == i.OperationId).Select(act => (long?)act.Id).FirstOrDefault() })
            .SingleOrDefaultAsync(cancellationToken);
        return row is null ? null : new Card(handle, row.FileName, row.Sheet, row.Kind, row.State, row.RowsTotal, queue.DoneOf(handle), StoredReport.Read(row.Report), StoredText.Read(row.Problem), row.StartedAt, row.FinishedAt, row.HasFile) { ActId = row.ActId };
    }
}
