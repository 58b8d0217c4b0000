using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Competitors;

/// <summary>Changes or archives a move that its author, a manager or the admin wrote down wrongly; the audit trail keeps what it said.</summary>
public sealed class EditCompetitorNote(CrmDbContext db, CompanyClock clock)
{
    public sealed record Input : CompetitorNoteInput
    {
        /// <summary>Takes it off the timeline; the row stays.</summary>
        public bool IsArchived { get; set; }

        /// <summary>The version that the form was filled from.</summary>
        public Guid Version { get; set; }
    }

    private static readonly Text Changed = "您编辑期间，其他人修改了这条动态，请核对后再保存";

    /// <summary>The move as its form shows it; null where the actor may not change it.</summary>
    public Task<Input?> FindAsync(long competitorId, long id, Actor actor, CancellationToken cancellationToken)
        => db.CompetitorNotesEditedBy(actor).AsNoTracking().Where(note => note.Id == id && note.CompetitorId == competitorId).Select(note => new Input
        {
            On = note.On,
            Kind = note.Kind,
            Text = note.Text,
            Source = note.Source,
            Evidence = note.Evidence,
            OpportunityId = note.OpportunityId,
            IsArchived = note.ArchivedAt != null,
            Version = note.Version,
        }).SingleOrDefaultAsync(cancellationToken);

    public async Task<Outcome> ExecuteAsync(long competitorId, long id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var note = await db.CompetitorNotesEditedBy(actor).SingleOrDefaultAsync(row => row.Id == id && row.CompetitorId == competitorId, cancellationToken);
        if (note is null)
        {
            return Outcome.NotFound();
        }

        var shape = new CompetitorNoteInputValidator(clock.Today).Validate(input);
        if (!shape.IsValid)
        {
            return Outcome.Invalid(shape);
        }

        if (await CompetitorNoteFile.ProblemAsync(db, competitorId, input, actor, cancellationToken) is { } problem)
        {
            return problem;
        }

        if (note.Version != input.Version)
        {
            return Outcome.Conflict(Changed);
        }

        CompetitorNoteFile.Fill(note, input);
        note.ArchivedAt = input.IsArchived ? note.ArchivedAt ?? clock.UtcNow : null;
        try
        {
            await db.SaveAsync(actor, cancellationToken);
            return Outcome.Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Conflict(Changed);
        }
    }
}
