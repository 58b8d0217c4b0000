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
        => actor.SeesEverything ? db.Leads : db.Leads.Where(lead => db.ReachOf(actor).Contains(lead.OwnerId!.Value));

    internal static IQueryable<Opportunity> CountedOpportunities(this CrmDbContext db, Actor actor)
    {
        var standing = db.Opportunities.Where(opportunity => opportunity.ArchivedAt == null);
        return actor.SeesEverything ? standing : standing.Where(opportunity => db.ReachOf(actor).Contains(opportunity.OwnerId!.Value));
    }

    internal static IQueryable<Deal> CountedDeals(this CrmDbContext db, Actor actor)
    {
        var standing = db.Deals.Where(deal => deal.ArchivedAt == null);
        return actor.SeesEverything ? standing : standing.Where(deal => db.ReachOf(actor).Contains(deal.OwnerId!.Value));
    }
}
