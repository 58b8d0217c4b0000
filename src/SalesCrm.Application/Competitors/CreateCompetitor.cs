using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Competitors;

/// <summary>Opens a competitor's file; there is one for each name, however it is written.</summary>
public sealed class CreateCompetitor(CrmDbContext db)
{
    public sealed record Input : CompetitorInput
    {
        /// <summary>Comes with the form; the same form sent twice makes one file.</summary>
        public Guid OperationId { get; set; }
    }

    internal static Text Taken { get; } = "已有同名的竞争对手档案";

    /// <summary>The new file's id.</summary>
    public async Task<Outcome<long>> ExecuteAsync(Input input, Actor actor, CancellationToken cancellationToken)
    {
        var shape = new CompetitorInputValidator().Validate(input);
        if (!shape.IsValid)
        {
            return Outcome<long>.Invalid(shape);
        }

        try
        {
            return await Submitted.OnceAsync(db, actor, input.OperationId, async token =>
            {
                var competitor = new Competitor { Name = "", NameKey = "" };
                CompetitorFile.Fill(competitor, input);
                db.Competitors.Add(competitor);
                await db.SaveChangesAsync(token);
                return competitor.Id;
            }, cancellationToken);
        }
        catch (DbUpdateException exception) when (db.Engine.IsUniqueViolation(exception))
        {
            return Outcome<long>.Invalid(nameof(input.Name), Taken);
        }
    }
}
