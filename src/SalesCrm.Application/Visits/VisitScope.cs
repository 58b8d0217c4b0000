using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Visits;

internal static class VisitScope
{
    /// <summary>Follow-ups that <paramref name="actor"/> may see: logged by him or the people he leads, and all of customers whose whole file he sees.</summary>
    internal static IQueryable<Visit> VisitsOf(this CrmDbContext db, Actor actor)
    {
        if (actor.SeesEverything)
        {
            return db.Visits;
        }

        var reach = db.ReachOf(actor);
        var files = db.CustomersWhollySeenBy(actor).Select(customer => customer.Id);
        return db.Visits.Where(visit => reach.Contains(visit.VisitorId) || files.Contains(visit.CustomerId));
    }
}
