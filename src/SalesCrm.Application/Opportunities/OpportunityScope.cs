using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Opportunities;

internal static class OpportunityScope
{
    /// <summary>
    /// Opportunities that <paramref name="actor"/> may see: his own, those he collaborates on, those of the people he leads,
    /// and all on customers whose whole file he sees.
    /// </summary>
    internal static IQueryable<Opportunity> OpportunitiesOf(this CrmDbContext db, Actor actor)
    {
        if (actor.SeesEverything)
        {
            return db.Opportunities;
        }

        var reach = db.ReachOf(actor);
        var shared = db.OpportunityMembers.Where(member => reach.Contains(member.UserId)).Select(member => member.OpportunityId);
        var files = db.CustomersWhollySeenBy(actor);
        var ids = db.CustomerIdsWhollySeenBy(actor);
        return actor.Sight switch
        {
            Sight.Own => db.Opportunities.Where(opportunity =>
                opportunity.OwnerId == actor.UserId || shared.Contains(opportunity.Id) || ids.Contains(opportunity.CustomerId)),
            Sight.Team => db.Opportunities.Where(opportunity =>
                reach.Contains(opportunity.OwnerId!.Value) || shared.Contains(opportunity.Id) || ids.Contains(opportunity.CustomerId)),
            _ => db.Opportunities.Where(opportunity =>
                reach.Contains(opportunity.OwnerId!.Value) || shared.Contains(opportunity.Id) || files.Any(customer => customer.Id == opportunity.CustomerId)),
        };
    }

    /// <summary>Opportunities that he may change: his own, those he collaborates on, those of the people he leads.</summary>
    internal static IQueryable<Opportunity> OpportunitiesWorkedBy(this CrmDbContext db, Actor actor)
    {
        if (actor.SeesEverything)
        {
            return db.Opportunities;
        }

        var reach = db.ReachOf(actor);
        var shared = db.OpportunityMembers.Where(member => reach.Contains(member.UserId)).Select(member => member.OpportunityId);
        return db.Opportunities.Where(opportunity => reach.Contains(opportunity.OwnerId!.Value) || shared.Contains(opportunity.Id));
    }
}
