using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Confidential;
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
        => db.SeenBy(actor).Open(db, actor);

    /// <summary>Opportunities that he may change: his own, those he collaborates on, those of the people he leads.</summary>
    internal static IQueryable<Opportunity> OpportunitiesWorkedBy(this CrmDbContext db, Actor actor)
    {
        if (actor.SeesEverything)
        {
            return db.Opportunities.Open(db, actor);
        }

        var reach = db.ReachOf(actor);
        var shared = db.OpportunityMembers.Where(member => reach.Contains(member.UserId)).Select(member => member.OpportunityId);
        return db.Opportunities.Where(opportunity => reach.Contains(opportunity.OwnerId!.Value) || shared.Contains(opportunity.Id)).Open(db, actor);
    }

    /// <summary>Without those of confidential customers that are closed to him, whoever owns the opportunity.</summary>
    private static IQueryable<Opportunity> Open(this IQueryable<Opportunity> opportunities, CrmDbContext db, Actor actor)
    {
        var closed = db.ClosedTo(actor);
        return actor.IsSystem() ? opportunities : opportunities.Where(opportunity => !closed.Contains(opportunity.CustomerId));
    }

    private static IQueryable<Opportunity> SeenBy(this CrmDbContext db, Actor actor)
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
}
