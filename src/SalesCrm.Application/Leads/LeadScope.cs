using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Leads;

internal static class LeadScope
{
    /// <summary>Leads that <paramref name="actor"/> may see and work on: his own, those of the people he leads, and for managers those nobody has yet.</summary>
    internal static IQueryable<Lead> LeadsOf(this CrmDbContext db, Actor actor)
    {
        if (actor.SeesEverything)
        {
            return db.Leads.Open(db, actor);
        }

        var reach = db.ReachOf(actor);
        var seen = actor.Role == Role.Manager
            ? db.Leads.Where(lead => lead.OwnerId == null || reach.Contains(lead.OwnerId.Value))
            : db.Leads.Where(lead => reach.Contains(lead.OwnerId!.Value));
        return seen.Open(db, actor);
    }

    /// <summary>Without those that became a confidential customer which is closed to him.</summary>
    private static IQueryable<Lead> Open(this IQueryable<Lead> leads, CrmDbContext db, Actor actor)
    {
        var closed = db.ClosedTo(actor);
        return actor.IsSystem() ? leads : leads.Where(lead => lead.CustomerId == null || !closed.Contains(lead.CustomerId.Value));
    }
}
