using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Customers.Events;

internal static class CustomerEventScope
{
    /// <summary>Events that <paramref name="actor"/> may see: all of customers whose whole file he sees, elsewhere those that he or his people wrote.</summary>
    internal static IQueryable<CustomerEvent> CustomerEventsOf(this CrmDbContext db, Actor actor)
    {
        if (actor.SeesEverything)
        {
            return db.CustomerEvents.Open(db, actor);
        }

        var reach = db.ReachOf(actor);
        var files = db.CustomersWhollySeenBy(actor);
        return db.CustomerEvents.Where(happening => files.Any(customer => customer.Id == happening.CustomerId) || reach.Contains(happening.CreatedById!.Value)).Open(db, actor);
    }

    /// <summary>Events that he may take away: those that he or his people wrote, and all of customers whose file he may change.</summary>
    internal static IQueryable<CustomerEvent> CustomerEventsChangedBy(this CrmDbContext db, Actor actor)
    {
        if (actor.SeesEverything)
        {
            return db.CustomerEvents.Open(db, actor);
        }

        var reach = db.ReachOf(actor);
        var files = db.CustomersEditedOrMergedBy(actor).Select(customer => customer.Id);
        return db.CustomerEvents.Where(happening => files.Contains(happening.CustomerId) || reach.Contains(happening.CreatedById!.Value)).Open(db, actor);
    }

    /// <summary>Without those of confidential customers that are closed to him, whoever wrote them.</summary>
    private static IQueryable<CustomerEvent> Open(this IQueryable<CustomerEvent> events, CrmDbContext db, Actor actor)
    {
        var closed = db.ClosedTo(actor);
        return actor.IsSystem() ? events : events.Where(happening => !closed.Contains(happening.CustomerId));
    }
}
