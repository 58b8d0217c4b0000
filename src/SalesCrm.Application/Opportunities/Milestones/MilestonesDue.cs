using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Opportunities.Milestones;

/// <summary>Milestones of the actor's own open opportunities that are due today or before; for his day.</summary>
public sealed class MilestonesDue(CrmDbContext db, CompanyClock clock)
{
    public async Task<IReadOnlyList<MilestoneDue>> ReadAsync(Actor actor, int most, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        return await db.OpportunitiesOf(actor).AsNoTracking()
            .Where(row => row.OwnerId == actor.UserId && row.Status == OpportunityStatus.Open && row.ArchivedAt == null)
            .SelectMany(row => row.Milestones, (row, milestone) => new { row, milestone })
            .Where(pair => pair.milestone.DoneAt == null && pair.milestone.On <= today)
            .OrderBy(pair => pair.milestone.On).ThenBy(pair => pair.milestone.Id)
            .Take(most)
            .Select(pair => new MilestoneDue(
                pair.milestone.Id, pair.milestone.On!.Value, pair.milestone.Text, pair.row.Id, pair.row.Name, pair.row.CustomerId, pair.row.Customer!.Name))
            .ToListAsync(cancellationToken);
    }
}

public sealed record MilestoneDue(long Id, DateOnly On, string Text, long OpportunityId, string Opportunity, long CustomerId, string Customer);
