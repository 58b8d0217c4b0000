using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Competitors;

internal static class CompetitorNoteScope
{
    /// <summary>Moves that <paramref name="actor"/> may read: all that speak of no opportunity, and those of the opportunities that he may see.</summary>
    internal static IQueryable<CompetitorNote> CompetitorNotesOf(this CrmDbContext db, Actor actor)
    {
        if (actor.SeesEverything)
        {
            return db.CompetitorNotes;
        }

        var seen = db.OpportunitiesOf(actor.ForOne);
        return db.CompetitorNotes.Where(note => note.OpportunityId == null || seen.Any(row => row.Id == note.OpportunityId));
    }

    /// <summary>Those that he may change: his own, and as manager or admin every one that he may read.</summary>
    internal static IQueryable<CompetitorNote> CompetitorNotesEditedBy(this CrmDbContext db, Actor actor)
        => db.CompetitorNotesOf(actor).Where(note => actor.Role == Role.Admin || actor.Role == Role.Manager || note.AuthorId == actor.UserId);
}
