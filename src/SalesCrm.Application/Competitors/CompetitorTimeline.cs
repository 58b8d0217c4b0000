using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;

namespace SalesCrm.Application.Competitors;

/// <summary>A competitor's dated moves, newest first; those about an opportunity only for who sees that one.</summary>
public sealed class CompetitorTimeline(CrmDbContext db)
{
    /// <summary>Opportunities that the form of a move offers.</summary>
    private const int MostChoices = 200;

    private static readonly ListOrder<CompetitorNote, DateOnly> Order = new("on", note => note.On, note => note.Id);

    /// <param name="Opportunity">Name of the opportunity that it speaks of.</param>
    /// <param name="MayEdit">The reader may change it.</param>
    public sealed record NoteRow(
        long Id, DateOnly On, NoteKind Kind, string Text, string Source, string? Evidence, string Author, long? OpportunityId, string? Opportunity, bool IsArchived, bool MayEdit);

    public sealed record Choice(long Id, string Name);

    /// <param name="competitorId">Whose.</param>
    /// <param name="kind">Only of this kind.</param>
    /// <param name="archived">Those that were taken off instead.</param>
    /// <param name="cursor">Where to go on.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<Page<NoteRow>> ReadAsync(long competitorId, NoteKind? kind, bool archived, string? cursor, Actor actor, CancellationToken cancellationToken)
    {
        var edited = db.CompetitorNotesEditedBy(actor);
        var notes = db.CompetitorNotesOf(actor).AsNoTracking().Where(note => note.CompetitorId == competitorId && (note.ArchivedAt != null) == archived);
        notes = kind is { } only ? notes.Where(note => note.Kind == only) : notes;
        return Order.ReadAsync(
            notes,
            note => new NoteRow(
                note.Id, note.On, note.Kind, note.Text, note.Source, note.Evidence,
                db.Users.Where(user => user.Id == note.AuthorId).Select(user => user.DisplayName).FirstOrDefault()!, note.OpportunityId,
                db.Opportunities.Where(row => row.Id == note.OpportunityId).Select(row => row.Customer!.Name + " · " + row.Name).FirstOrDefault(),
                note.ArchivedAt != null, edited.Any(one => one.Id == note.Id)),
            new PageRequest("on", true, cursor, 20), cancellationToken);
    }

    /// <summary>The reader's opportunities on which the competitor was met, and the one that is chosen already.</summary>
    public async Task<IReadOnlyList<Choice>> ChoicesAsync(long competitorId, long? chosen, Actor actor, CancellationToken cancellationToken)
        => await db.OpportunitiesOf(actor).AsNoTracking()
            .Where(row => row.Id == chosen || (row.ArchivedAt == null && row.Rivals.Any(rival => rival.CompetitorId == competitorId)))
            .OrderByDescending(row => row.Id).Take(MostChoices)
            .Select(row => new Choice(row.Id, row.Customer!.Name + " · " + row.Name)).ToListAsync(cancellationToken);
}
