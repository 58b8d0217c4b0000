using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Imports.Uploads;

/// <summary>The mapping of an import as a profile to keep, to pass on and to use on the command line.</summary>
public sealed class ImportProfileFile(CrmDbContext db)
{
    /// <summary>JSON; null when there is no such import of the actor's, or it has no mapping yet.</summary>
    public Task<string?> ReadAsync(Guid handle, Actor actor, CancellationToken cancellationToken)
        => db.Imports.AsNoTracking().Where(row => row.Handle == handle && row.CreatedById == actor.UserId).Select(row => row.Profile).SingleOrDefaultAsync(cancellationToken);
}
