using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Opportunities.Rivals;

/// <summary>Takes a competitor off an opportunity on which it was noted by mistake; the audit trail keeps what was said.</summary>
public sealed class RemoveRival(CrmDbContext db)
{
    public async Task<Outcome> ExecuteAsync(long opportunityId, long rivalId, Actor actor, CancellationToken cancellationToken)
    {
        var rival = await db.OpportunitiesWorkedBy(actor).Where(row => row.Id == opportunityId && row.ArchivedAt == null)
            .SelectMany(row => row.Rivals).SingleOrDefaultAsync(row => row.Id == rivalId, cancellationToken);
        if (rival is null)
        {
            return Outcome.NotFound();
        }

        db.Rivals.Remove(rival);
        await db.SaveAsync(actor, cancellationToken);
        return Outcome.Done();
    }
}
