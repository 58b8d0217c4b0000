using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Competitors;

/// <summary>Adds a dated move of a competitor. Where it is known from must be said; who says it is kept.</summary>
public sealed class AddCompetitorNote(CrmDbContext db, CompanyClock clock)
{
    public sealed record Input : CompetitorNoteInput
    {
        /// <summary>Comes with the form; the same form sent twice makes one note.</summary>
        public Guid OperationId { get; set; }
    }

    public async Task<Outcome<long>> ExecuteAsync(long competitorId, Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (!await db.Competitors.AnyAsync(row => row.Id == competitorId, cancellationToken))
        {
            return Outcome<long>.NotFound();
        }

        var shape = new CompetitorNoteInputValidator(clock.Today).Validate(input);
        if (!shape.IsValid)
        {
            return Outcome<long>.Invalid(shape);
        }

        if (await CompetitorNoteFile.ProblemAsync(db, competitorId, input, actor, cancellationToken) is { } problem)
        {
            return Outcome<long>.From(problem);
        }

        return await Submitted.OnceAsync(db, actor, input.OperationId, async token =>
        {
            var note = new CompetitorNote { CompetitorId = competitorId, Text = "", Source = "", AuthorId = actor.UserId };
            CompetitorNoteFile.Fill(note, input);
            db.CompetitorNotes.Add(note);
            await db.SaveChangesAsync(token);
            return note.Id;
        }, cancellationToken);
    }
}
