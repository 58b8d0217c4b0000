using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Competitors;

/// <summary>A competitor's file with its notes, and the reader's opportunities on which it was met.</summary>
public sealed class CompetitorDetails(CrmDbContext db, LastChange changes)
{
    private const int Most = 50;

    public sealed record Note(long Id, DateOnly On, string Text, string Source, string Author);

    /// <param name="OpportunityId">The opportunity.</param>
    /// <param name="Opportunity">Its name.</param>
    /// <param name="Customer">The customer's name.</param>
    /// <param name="Status">How it stands or ended.</param>
    /// <param name="Amount">Yuan.</param>
    /// <param name="Offer">The competitor's offer.</param>
    /// <param name="PriceGap">Percent; below zero it is cheaper.</param>
    /// <param name="ClosedOn">Day of the decision.</param>
    /// <param name="LostToIt">It took the order.</param>
    public sealed record Meeting(
        long OpportunityId, string Opportunity, string Customer, OpportunityStatus Status, decimal? Amount, string? Offer, int? PriceGap, DateOnly? ClosedOn, bool LostToIt);

    public sealed record File(long Id, EditCompetitor.Input Facts, IReadOnlyList<Note> Notes, IReadOnlyList<Meeting> Meetings);

    public async Task<File?> FindAsync(long id, Actor actor, CancellationToken cancellationToken)
    {
        if (await FactsAsync(id, cancellationToken) is not { } facts)
        {
            return null;
        }

        var notes = await db.CompetitorNotes.AsNoTracking().Where(note => note.CompetitorId == id)
            .Join(db.Users, note => note.AuthorId, user => user.Id, (note, user) => new { note, user.DisplayName })
            .OrderByDescending(row => row.note.On).ThenByDescending(row => row.note.Id).Take(Most)
            .Select(row => new Note(row.note.Id, row.note.On, row.note.Text, row.note.Source, row.DisplayName))
            .ToListAsync(cancellationToken);
        var meetings = await db.OpportunitiesOf(actor).AsNoTracking().Where(row => row.ArchivedAt == null)
            .SelectMany(row => row.Rivals, (row, rival) => new { row, rival })
            .Where(pair => pair.rival.CompetitorId == id)
            .OrderByDescending(pair => pair.row.Id).Take(Most)
            .Select(pair => new Meeting(
                pair.row.Id, pair.row.Name, pair.row.Customer!.Name, pair.row.Status, pair.row.Amount, pair.rival.Offer, pair.rival.PriceGap, pair.row.ClosedOn, pair.row.LostToId == id))
            .ToListAsync(cancellationToken);
        return new(id, facts, notes, meetings);
    }

    /// <summary>Who changed it last, and when (UTC).</summary>
    public Task<LastChange.Change> LastChangeAsync(long id, CancellationToken cancellationToken) => changes.FindAsync(nameof(Competitor), id, cancellationToken);

    /// <summary>The file as its edit form shows it.</summary>
    public Task<EditCompetitor.Input?> FactsAsync(long id, CancellationToken cancellationToken)
        => db.Competitors.AsNoTracking().Where(row => row.Id == id).Select(row => new EditCompetitor.Input
        {
            Name = row.Name,
            Website = row.Website,
            Scale = row.Scale,
            Region = row.Region,
            Products = row.Products,
            PriceLevel = row.PriceLevel,
            Strengths = row.Strengths,
            Weaknesses = row.Weaknesses,
            Strategy = row.Strategy,
            CounterStrategy = row.CounterStrategy,
            Threat = row.Threat,
            Version = row.Version,
        }).SingleOrDefaultAsync(cancellationToken);
}
