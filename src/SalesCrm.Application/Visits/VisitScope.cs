using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Confidential;
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
            return db.Visits.Open(db, actor);
        }

        var reach = db.ReachOf(actor);
        var files = db.CustomersWhollySeenBy(actor);
        var ids = db.CustomerIdsWhollySeenBy(actor);
        var seen = actor.Sight switch
        {
            Sight.Own => db.Visits.Where(visit => visit.VisitorId == actor.UserId || ids.Contains(visit.CustomerId)),
            Sight.Team => db.Visits.Where(visit => reach.Contains(visit.VisitorId) || ids.Contains(visit.CustomerId)),
            _ => db.Visits.Where(visit => reach.Contains(visit.VisitorId) || files.Any(customer => customer.Id == visit.CustomerId)),
        };
        return seen.Open(db, actor);
    }

    /// <summary>Without those of confidential customers that are closed to him, whoever logged them.</summary>
    private static IQueryable<Visit> Open(this IQueryable<Visit> visits, CrmDbContext db, Actor actor)
    {
        var closed = db.ClosedTo(actor);
        return actor.IsSystem() ? visits : visits.Where(visit => !closed.Contains(visit.CustomerId));
    }

    /// <summary>Follow-ups whose words he may change: his own and those of the people he leads.</summary>
    internal static IQueryable<Visit> VisitsEditedBy(this CrmDbContext db, Actor actor)
    {
        if (actor.SeesEverything)
        {
            return db.Visits.Open(db, actor);
        }

        var reach = db.ReachOf(actor);
        return db.Visits.Where(visit => reach.Contains(visit.VisitorId)).Open(db, actor);
    }

    /// <summary>Follow-ups whose result he may confirm: those he may change, and those he sees of customers on which he works.</summary>
    internal static IQueryable<Visit> VisitsConfirmedBy(this CrmDbContext db, Actor actor)
    {
        if (actor.SeesEverything)
        {
            return db.Visits.Open(db, actor);
        }

        var reach = db.ReachOf(actor);
        var worked = db.CustomersWorkedOrMergedBy(actor).Select(customer => customer.Id);
        return db.VisitsOf(actor).Where(visit => reach.Contains(visit.VisitorId) || worked.Contains(visit.CustomerId));
    }

    /// <summary>Open tasks that he may do: his own, those of the people he leads, and those of customers on which he works.</summary>
    internal static IQueryable<FollowUpTask> TasksOpenTo(this CrmDbContext db, Actor actor)
    {
        var closed = db.ClosedTo(actor);
        var open = db.FollowUpTasks.Where(task => task.DoneAt == null && !closed.Contains(task.CustomerId));
        if (actor.SeesEverything)
        {
            return open;
        }

        var reach = db.ReachOf(actor);
        var worked = db.CustomersWorkedOrMergedBy(actor).Select(customer => customer.Id);
        return open.Where(task => reach.Contains(task.AssigneeId!.Value) || worked.Contains(task.CustomerId));
    }
}
