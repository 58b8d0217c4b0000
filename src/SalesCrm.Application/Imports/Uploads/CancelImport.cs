using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Imports.Uploads;

/// <summary>Stops a dry run or a commit that waits or runs. What was written so far is rolled back by whoever works on it; this only asks, because meanwhile nobody else can write.</summary>
public sealed class CancelImport(CrmDbContext db, ImportQueue queue)
{
    public async Task<Outcome> ExecuteAsync(Guid handle, Actor actor, CancellationToken cancellationToken)
    {
        var state = await db.Imports.AsNoTracking().Where(row => row.Handle == handle && row.CreatedById == actor.UserId).Select(row => (ImportState?)row.State).SingleOrDefaultAsync(cancellationToken);
        return state switch
        {
            null => Outcome.NotFound(),
            ImportState.Checking or ImportState.Committing when !queue.Cancel(handle) => Outcome.Conflict("这次导入不在这台服务器上进行，请稍后再试"),
            _ => Outcome.Done(),
        };
    }
}
