using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Opportunities.Stages;

/// <summary>The steps of the pipeline in their order.</summary>
public sealed class StageList(CrmDbContext db)
{
    public async Task<IReadOnlyList<StageRow>> ReadAsync(CancellationToken cancellationToken)
    {
        var stages = await db.StagesAsync(cancellationToken);
        return stages.ConvertAll(stage => new StageRow(
            stage.Code, StageNames.Of(stage), stage.Name, stage.EnglishName, stage.Probability, stage.ExpectedDays, ExitRules.Of(stage).ToHashSet(), stage.Version));
    }
}

internal static class KnownStages
{
    /// <summary>The steps in their order, as this node knows them; to be shown, not to be changed.</summary>
    internal static Task<List<Stage>> StagesAsync(this CrmDbContext db, CancellationToken cancellationToken)
        => db.KnownAsync(typeof(Stage), () => db.Stages.AsNoTracking().OrderBy(stage => stage.Position).ToListAsync(cancellationToken));
}

/// <param name="Code">The step.</param>
/// <param name="Label">Its name in the reader's language.</param>
/// <param name="Name">Its Chinese name.</param>
/// <param name="EnglishName">Its English name.</param>
/// <param name="Probability">Percent.</param>
/// <param name="ExpectedDays">Days after which it counts as stalled.</param>
/// <param name="Rules">What must be there to leave it.</param>
/// <param name="Version">For the form.</param>
public sealed record StageRow(
    StageCode Code, Text Label, string Name, string? EnglishName, int Probability, int? ExpectedDays, IReadOnlySet<ExitRule> Rules, Guid Version);
