using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Handovers;

internal static class HandoverScope
{
    /// <summary>
    /// Handovers that a person receives, and those of the people he leads. What he proposed he sees as long as he leads the giver, whose customers it lists. His own
    /// he sees where he was asked to divide it: otherwise nobody should learn here that he is to go.
    /// </summary>
    internal static IQueryable<Handover> HandoversOf(this CrmDbContext db, Actor actor) => actor.SeesEverything
        ? db.Handovers
        : db.Handovers.Where(handover => (handover.ProposedById == actor.UserId && db.ReachOf(actor).Any(id => id == handover.FromId))
            || (handover.Status != HandoverStatus.Draft && handover.Receivers.Any(receiver => receiver.UserId == actor.UserId))
            || (handover.FromId == actor.UserId && handover.Division == HandoverDivision.ByGiver)
            || db.ReachOf(actor).Any(id => id == handover.FromId && id != actor.UserId));

    /// <summary>Handovers that wait to be divided, and that this person may divide.</summary>
    internal static IQueryable<Handover> HandoversDividedBy(this CrmDbContext db, Actor actor) => db.HandoversOf(actor)
        .Where(handover => handover.Status == HandoverStatus.Draft
            && (actor.SeesEverything || handover.ProposedById == actor.UserId || (handover.FromId == actor.UserId && handover.Division == HandoverDivision.ByGiver)));
}
