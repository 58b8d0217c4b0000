using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Acts;

/// <summary>Acts that a person may see and undo: his own and those of the people he leads.</summary>
internal static class ActScope
{
    internal static IQueryable<Act> ActsOf(this CrmDbContext db, Actor actor)
    {
        var closed = db.ClosedTo(actor);
        var acts = actor.SeesEverything ? db.Acts : db.Acts.Where(act => act.UserId == actor.UserId || db.ReachOf(actor).Contains(act.UserId!.Value));

        // A merge is called by its customers' names.
        return acts.Where(act => act.Kind != ActKind.Merge || !db.AuditEntries.Any(entry => entry.OperationId == act.OperationId && entry.CustomerId != null && closed.Contains(entry.CustomerId.Value)));
    }
}
