using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Imports.Downloads;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Imports.Uploads;

/// <summary>Has a tried file written. Sent twice it is written once.</summary>
public sealed class CommitImport(CrmDbContext db, ImportQueue queue)
{
    public async Task<Outcome> ExecuteAsync(Guid handle, bool allOrNothing, ConflictChoice conflicts, Actor actor, CancellationToken cancellationToken)
    {
        var import = await db.Imports.SingleOrDefaultAsync(row => row.Handle == handle && row.CreatedById == actor.UserId, cancellationToken);
        if (import is null)
        {
            return Outcome.NotFound();
        }

        if (import.State is ImportState.Committing or ImportState.Committed)
        {
            return Outcome.Done();
        }

        if (import.State != ImportState.Checked || import.Content is null)
        {
            return Outcome.Conflict("请先试运行，再写入");
        }

        (import.State, import.StartedAt, import.Problem) = (ImportState.Committing, db.Now, null);
        try
        {
            await db.SaveAsync(actor, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Done();
        }

        queue.Add(new ImportJob(handle, actor, Commit: true, allOrNothing, conflicts));
        return Outcome.Done();
    }
}
