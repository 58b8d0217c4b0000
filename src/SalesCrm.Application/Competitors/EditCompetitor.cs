using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Competitors;

/// <summary>Changes a competitor's file. A save over somebody else's change is refused; the page shows both and asks.</summary>
public sealed class EditCompetitor(CrmDbContext db)
{
    public sealed record Input : CompetitorInput
    {
        /// <summary>The version that the form was filled from.</summary>
        public Guid Version { get; set; }
    }

    public static Text ConflictMessage { get; } = "您编辑期间，其他人修改了这份档案。您的内容还在，请逐项选择保留哪一个";

    public async Task<Outcome> ExecuteAsync(long id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var competitor = await db.Competitors.SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (competitor is null)
        {
            return Outcome.NotFound();
        }

        var shape = new CompetitorInputValidator().Validate(input);
        if (!shape.IsValid)
        {
            return Outcome.Invalid(shape);
        }

        if (competitor.Version != input.Version)
        {
            return Outcome.Conflict(ConflictMessage);
        }

        CompetitorFile.Fill(competitor, input);
        try
        {
            await db.SaveAsync(actor, cancellationToken);
            return Outcome.Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Conflict(ConflictMessage);
        }
        catch (DbUpdateException exception) when (db.Engine.IsUniqueViolation(exception))
        {
            return Outcome.Invalid(nameof(input.Name), CreateCompetitor.Taken);
        }
    }
}
