using SalesCrm.Application.Customers;
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
            return db.Deals;
        }

        var reach = db.ReachOf(actor);
        var files = db.CustomersWhollySeenBy(actor);
        var ids = db.CustomerIdsWhollySeenBy(actor);
        return actor.Sight switch
        {
            Sight.Own => db.Deals.Where(deal => deal.OwnerId == actor.UserId || ids.Contains(deal.CustomerId)),
            Sight.Team => db.Deals.Where(deal => reach.Contains(deal.OwnerId!.Value) || ids.Contains(deal.CustomerId)),
            _ => db.Deals.Where(deal => reach.Contains(deal.OwnerId!.Value) || files.Any(customer => customer.Id == deal.CustomerId)),
        };
    }
}
