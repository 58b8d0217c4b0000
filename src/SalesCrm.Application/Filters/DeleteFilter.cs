using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Filters;

/// <summary>Takes one of one's own saved filters away from everybody who has it. The records that it found stay.</summary>
public sealed class DeleteFilter(CrmDbContext db)
{
    public async Task<Outcome> ExecuteAsync(long id, Guid version, Actor actor, CancellationToken cancellationToken)
    {
        var filter = await db.SavedFilters.SingleOrDefaultAsync(one => one.Id == id && one.OwnerId == actor.UserId && !one.IsArchived, cancellationToken);
        if (filter is null)
        {
            return Outcome.NotFound();
        }

        if (filter.Version != version)
        {
            return Outcome.Conflict(SaveFilter.Changed);
        }

        filter.IsArchived = true;
        try
        {
            await db.SaveAsync(actor, cancellationToken);
            return Outcome.Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Conflict(SaveFilter.Changed);
        }
    }
}
