using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Values;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Opportunities.Rivals;

/// <summary>Warns where meeting a rival's price takes a larger discount than the reader may give. It forbids nothing.</summary>
public sealed class PriceMatch(CrmDbContext db)
{
    /// <param name="RivalId">The rival on the opportunity.</param>
    /// <param name="Competitor">Its name.</param>
    /// <param name="Discount">Percent of our price.</param>
    /// <param name="Limit">Percent that the reader may give.</param>
    /// <param name="Approver">Who has to approve; null where nobody leads the teams above.</param>
    public sealed record Warning(long RivalId, string Competitor, int Discount, int Limit, string? Approver);

    public async Task<IReadOnlyList<Warning>> WarningsAsync(OpportunityView view, Actor actor, CancellationToken cancellationToken)
    {
        var asked = view.Rivals.Where(rival => RivalOffer.DiscountToMeet(rival.PriceGap) > 0).ToList();
        if (asked.Count == 0 || view.Facts.Status != OpportunityStatus.Open || actor.Role is not (Role.Rep or Role.Manager))
        {
            return [];
        }

        var limits = await DiscountLimits.Stored.ReadAsync(db, cancellationToken);
        var limit = actor.Role == Role.Rep ? limits.Rep : limits.Manager;
        asked.RemoveAll(rival => RivalOffer.DiscountToMeet(rival.PriceGap) <= limit);
        if (asked.Count == 0)
        {
            return [];
        }

        var leaders = await LeadersAboveAsync(actor, cancellationToken);
        if (leaders.Count > 0 && leaders[^1].Id == actor.UserId)
        {
            return [];
        }

        var next = leaders.FirstOrDefault(leader => leader.Id != actor.UserId)?.Name;
        return asked.ConvertAll(rival => RivalOffer.DiscountToMeet(rival.PriceGap) is var discount && discount > limits.Manager
            ? new Warning(rival.Id, rival.Competitor, discount, limit, leaders.LastOrDefault()?.Name)
            : new Warning(rival.Id, rival.Competitor, discount, limit, next));
    }

    private sealed record Leader(long Id, string Name);

    /// <summary>Who leads his team and the teams above, the nearest first, the leader of the company last.</summary>
    private async Task<IReadOnlyList<Leader>> LeadersAboveAsync(Actor actor, CancellationToken cancellationToken)
    {
        var teams = await db.Teams.AsNoTracking()
            .Select(team => new { team.Id, team.ParentId, team.LeaderId, Name = db.Users.Where(user => user.Id == team.LeaderId).Select(user => user.DisplayName).FirstOrDefault() })
            .ToDictionaryAsync(team => team.Id, cancellationToken);
        var leaders = new List<Leader>();
        var above = new HashSet<long>();
        for (var at = actor.TeamId; at is { } id && above.Add(id) && teams.TryGetValue(id, out var team); at = team.ParentId)
        {
            if (team is { LeaderId: { } leader, Name: { } name })
            {
                leaders.Add(new(leader, name));
            }
        }

        return leaders;
    }
}
