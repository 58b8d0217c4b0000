using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Deals;

internal static class DealScope
{
    /// <summary>Deals that <paramref name="actor"/> may see: made by him or the people he leads, and all of customers whose whole file he sees.</summary>
    internal static IQueryable<Deal> DealsOf(this CrmDbContext db, Actor actor)
    {
        if (actor.SeesEverything)
        {
            return db.Deals.Open(db, actor);
        }

        var reach = db.ReachOf(actor);
        var files = db.CustomersWhollySeenBy(actor);
        var ids = db.CustomerIdsWhollySeenBy(actor);
        var seen = actor.Sight switch
        {
            Sight.Own => db.Deals.Where(deal => deal.OwnerId == actor.UserId || ids.Contains(deal.CustomerId)),
            Sight.Team => db.Deals.Where(deal => reach.Contains(deal.OwnerId!.Value) || ids.Contains(deal.CustomerId)),
            _ => db.Deals.Where(deal => reach.Contains(deal.OwnerId!.Value) || files.Any(customer => customer.Id == deal.CustomerId)),
        };
        return seen.Open(db, actor);
    }

    /// <summary>Deals that he may correct: his own and those of the people he leads.</summary>
    internal static IQueryable<Deal> DealsEditedBy(this CrmDbContext db, Actor actor)
        => (actor.SeesEverything ? db.Deals : db.Deals.Where(deal => db.ReachOf(actor).Contains(deal.OwnerId!.Value))).Open(db, actor);

    /// <summary>Without those of confidential customers that are closed to him, whoever made them.</summary>
    private static IQueryable<Deal> Open(this IQueryable<Deal> deals, CrmDbContext db, Actor actor)
    {
        var closed = db.ClosedTo(actor);
        return actor.IsSystem() ? deals : deals.Where(deal => !closed.Contains(deal.CustomerId));
    }
}
