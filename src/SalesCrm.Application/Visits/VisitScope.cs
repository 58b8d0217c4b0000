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
        var files = db.CustomersWhollySeenBy(actor);
        var ids = db.CustomerIdsWhollySeenBy(actor);
        return actor.Sight switch
        {
            Sight.Own => db.Visits.Where(visit => visit.VisitorId == actor.UserId || ids.Contains(visit.CustomerId)),
            Sight.Team => db.Visits.Where(visit => reach.Contains(visit.VisitorId) || ids.Contains(visit.CustomerId)),
            _ => db.Visits.Where(visit => reach.Contains(visit.VisitorId) || files.Any(customer => customer.Id == visit.CustomerId)),
        };
    }

    /// <summary>Follow-ups whose words he may change: his own and those of the people he leads.</summary>
    internal static IQueryable<Visit> VisitsEditedBy(this CrmDbContext db, Actor actor)
    {
        if (actor.SeesEverything)
        {
            return db.Visits;
        }

        var reach = db.ReachOf(actor);
        return db.Visits.Where(visit => reach.Contains(visit.VisitorId));
    }

    /// <summary>Follow-ups whose result he may confirm: those he may change, and those he sees of customers on which he works.</summary>
    internal static IQueryable<Visit> VisitsConfirmedBy(this CrmDbContext db, Actor actor)
    {
        if (actor.SeesEverything)
        {
            return db.Visits;
        }

        var reach = db.ReachOf(actor);
        var worked = db.CustomersWorkedBy(actor).Select(customer => customer.Id);
        return db.VisitsOf(actor).Where(visit => reach.Contains(visit.VisitorId) || worked.Contains(visit.CustomerId));
    }

    /// <summary>Open tasks that he may do: his own, those of the people he leads, and those of customers on which he works.</summary>
    internal static IQueryable<FollowUpTask> TasksOpenTo(this CrmDbContext db, Actor actor)
    {
        var open = db.FollowUpTasks.Where(task => task.DoneAt == null);
        if (actor.SeesEverything)
        {
            return open;
        }

        var reach = db.ReachOf(actor);
        var worked = db.CustomersWorkedBy(actor).Select(customer => customer.Id);
        return open.Where(task => reach.Contains(task.AssigneeId!.Value) || worked.Contains(task.CustomerId));
    }
}
