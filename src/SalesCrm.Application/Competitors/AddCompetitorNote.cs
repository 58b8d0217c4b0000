using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Competitors;

/// <summary>Adds a dated move of a competitor. Where it is known from must be said; who says it is kept.</summary>
public sealed class AddCompetitorNote(CrmDbContext db, CompanyClock clock)
{
    public sealed record Input
    {
        public DateOnly? On { get; set; }
        public string? Text { get; set; }
        public string? Source { get; set; }

        /// <summary>Comes with the form; the same form sent twice makes one note.</summary>
        public Guid OperationId { get; set; }
    }

    public async Task<Outcome<long>> ExecuteAsync(long competitorId, Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (!await db.Competitors.AnyAsync(row => row.Id == competitorId, cancellationToken))
        {
            return Outcome<long>.NotFound();
        }

        var shape = new AddCompetitorNoteValidator(clock.Today).Validate(input);
        if (!shape.IsValid)
        {
            return Outcome<long>.Invalid(shape);
        }

        return await Submitted.OnceAsync(db, actor, input.OperationId, async token =>
        {
            var note = new CompetitorNote
            {
                CompetitorId = competitorId,
                On = input.On!.Value,
                Text = CleanText.Lines(input.Text)!,
                Source = CleanText.Line(input.Source)!,
                AuthorId = actor.UserId,
            };
            db.CompetitorNotes.Add(note);
            await db.SaveChangesAsync(token);
            return note.Id;
        }, cancellationToken);
    }
}

internal sealed class AddCompetitorNoteValidator : AbstractValidator<AddCompetitorNote.Input>
{
    public AddCompetitorNoteValidator(DateOnly today)
    {
        RuleFor(n => n.On).Holds(on => on is null ? "请填写日期" : on > today ? "日期不能晚于今天" : default(Text?)).BusinessDate();
        RuleFor(n => n.Text).Required().MultiLine(1000);
        RuleFor(n => n.Source).Required().SingleLine(200);
    }
}
