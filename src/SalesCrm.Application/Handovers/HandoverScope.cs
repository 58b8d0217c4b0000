using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Handovers;

internal static class HandoverScope
{
    /// <summary>Handovers that a person proposed or receives, and those of the people he leads.</summary>
    internal static IQueryable<Handover> HandoversOf(this CrmDbContext db, Actor actor) => actor.SeesEverything
        ? db.Handovers
        : db.Handovers.Where(handover => handover.ProposedById == actor.UserId || handover.Receivers.Any(receiver => receiver.UserId == actor.UserId)
            || db.ReachOf(actor).Any(id => id == handover.FromId && id != actor.UserId));
}
