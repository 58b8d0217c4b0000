using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Metrics;

/// <summary>
/// Whose work a person's figures count: his own and that of the people he leads. Narrower than what he may read, because a file that
/// is shared with him does not make its sales his.
/// </summary>
internal static class FigureScope
{
    internal static IQueryable<Lead> CountedLeads(this CrmDbContext db, Actor actor)
        => actor.CountsAll(WholeKinds.Leads) ? db.Leads : db.Leads.Where(lead => db.ReachOf(actor).Contains(lead.OwnerId!.Value));

    internal static IQueryable<Opportunity> CountedOpportunities(this CrmDbContext db, Actor actor)
    {
        var standing = db.Opportunities.Where(opportunity => opportunity.ArchivedAt == null);
        return actor.CountsAll(WholeKinds.Opportunities) ? standing : standing.Where(opportunity => db.ReachOf(actor).Contains(opportunity.OwnerId!.Value));
    }

    internal static IQueryable<Deal> CountedDeals(this CrmDbContext db, Actor actor)
    {
        var standing = db.Deals.Where(deal => deal.ArchivedAt == null);
        return actor.CountsAll(WholeKinds.Deals) ? standing : standing.Where(deal => db.ReachOf(actor).Contains(deal.OwnerId!.Value));
    }

    internal static bool CountsAll(this Actor actor, WholeKinds kind) => actor.SeesEverything || actor.Whole.HasFlag(kind);

    /// <summary>
    /// The same person with <see cref="Actor.Whole"/> looked up, for who leads the company: when nobody beyond his reach has a record of a
    /// kind, all of them are his to count, and asking for each whose it is would be most of the work.
    /// </summary>
    internal static async Task<Actor> CountingAsync(this CrmDbContext db, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.SeesEverything || actor.Sight != Sight.Company || actor.Whole != WholeKinds.None)
        {
            return actor;
        }

        var strangers = db.Users.Where(user => !db.ReachOf(actor).Contains(user.Id));
        var others = await db.Users.Where(user => user.Id == actor.UserId)
            .Select(_ => new
            {
                Leads = db.Leads.Any(lead => lead.OwnerId == null) || strangers.Any(user => db.Leads.Any(lead => lead.OwnerId == user.Id)),
                Opportunities = db.Opportunities.Any(o => o.OwnerId == null) || strangers.Any(user => db.Opportunities.Any(o => o.OwnerId == user.Id)),
                Deals = db.Deals.Any(deal => deal.OwnerId == null) || strangers.Any(user => db.Deals.Any(deal => deal.OwnerId == user.Id)),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return others is null ? actor : actor with
        {
            Whole = (others.Leads ? WholeKinds.None : WholeKinds.Leads)
                | (others.Opportunities ? WholeKinds.None : WholeKinds.Opportunities)
                | (others.Deals ? WholeKinds.None : WholeKinds.Deals),
        };
    }
}
