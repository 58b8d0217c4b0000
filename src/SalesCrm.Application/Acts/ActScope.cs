using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
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

    /// <summary>Names what the running transaction does, so that it can be undone as a whole. Nothing is named for the system itself.</summary>
    /// <returns>Null when the system acts.</returns>
    internal static Act? Name(this CrmDbContext db, ActKind kind, Text about, int records)
    {
        if (db.Saver is not { UserId: > 0 } saver)
        {
            return null;
        }

        return db.NameFor(saver.UserId, kind, about, records);
    }

    /// <summary>Names what the running transaction does for somebody who is not the one that saves: who had proposed it, or null for the system itself.</summary>
    internal static Act NameFor(this CrmDbContext db, long? userId, ActKind kind, Text about, int records)
    {
        var act = new Act { OperationId = db.OperationId, Kind = kind, About = StoredText.Write(about), Records = records, UserId = userId, At = db.Now };
        db.Acts.Add(act);
        return act;
    }
}
