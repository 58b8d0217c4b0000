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
            return db.Leads;
        }

        var reach = db.ReachOf(actor);
        return actor.Role == Role.Manager
            ? db.Leads.Where(lead => lead.OwnerId == null || reach.Contains(lead.OwnerId.Value))
            : db.Leads.Where(lead => reach.Contains(lead.OwnerId!.Value));
    }
}
