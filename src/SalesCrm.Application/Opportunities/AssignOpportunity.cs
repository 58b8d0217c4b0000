using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Opportunities;

/// <summary>Hands an opportunity to somebody else. Stage, history, milestones and links stay as they are.</summary>
public sealed class AssignOpportunity(CrmDbContext db)
{
    public sealed record Input
    {
        public long? OwnerId { get; set; }

        /// <summary>The version that the form was filled from.</summary>
        public Guid Version { get; set; }
    }

    public async Task<Outcome> ExecuteAsync(long id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (!await db.OpportunitiesWorkedBy(actor).AnyAsync(row => row.Id == id && row.ArchivedAt == null, cancellationToken))
        {
            return Outcome.NotFound();
        }

        if (input.OwnerId is null || !await OpportunityFile.MayOwnAsync(db, input.OwnerId, actor, cancellationToken))
        {
            return Outcome.Invalid(nameof(input.OwnerId), "只能选择自己或所管团队的人");
        }

        try
        {
            return await db.InTransactionAsync(actor, token => AssignAsync(id, input, token), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Conflict(MoveOpportunity.ConflictMessage);
        }
    }

    private async Task<Outcome> AssignAsync(long id, Input input, CancellationToken cancellationToken)
    {
        var opportunity = await db.Opportunities.Include(row => row.Customer).SingleAsync(row => row.Id == id, cancellationToken);
        if (opportunity.Version != input.Version)
        {
            return Outcome.Conflict(MoveOpportunity.ConflictMessage);
        }

        opportunity.AssignTo(input.OwnerId);
        await OpportunityFile.InvolveAsync(db, [(opportunity.Customer!, input.OwnerId)], cancellationToken);
        return Outcome.Done();
    }
}
