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
        var files = db.CustomersWhollySeenBy(actor).Select(customer => customer.Id);
        return db.Deals.Where(deal => reach.Contains(deal.OwnerId!.Value) || files.Contains(deal.CustomerId));
    }
}
