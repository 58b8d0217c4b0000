using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Opportunities.Stages;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Metrics;

/// <summary>One of the five steps up to 成交签约.</summary>
/// <param name="Reached">Opportunities of the cohort that came at least this far.</param>
/// <param name="Amount">Yuan, estimated, of those.</param>
/// <param name="Rate">Percent of the step before; null for the first step and where nothing came before.</param>
/// <param name="Days">Average stay of those that have left the step; null where none is known.</param>
/// <param name="Probability">Percent, chance of winning of those that stand here.</param>
/// <param name="ExpectedDays">Days after which one that stands here counts as stalled; null never.</param>
public sealed record FunnelStep(StageCode Stage, string Name, string? EnglishName, int Probability, int? ExpectedDays, long Reached, decimal Amount, decimal? Rate, decimal? Days);

/// <summary>How far the opportunities identified in a period came.</summary>
public sealed record FunnelSheet(IReadOnlyList<FunnelStep> Steps)
{
    public decimal ProbabilityOf(StageCode stage) => Steps.FirstOrDefault(step => step.Stage == stage)?.Probability ?? 0;

    /// <summary>The step into which the smallest share goes; null where nothing was lost.</summary>
    public FunnelStep? Worst => Steps.Where(step => step.Rate < 100).MinBy(step => step.Rate);

    public FunnelStep? Slowest => Steps.Where(step => step.Days > 0).MaxBy(step => step.Days);

    /// <summary>Percent of the cohort that reached the last step.</summary>
    public decimal? Whole => Steps is [{ Reached: > 0 } first, .., var last] ? 100m * last.Reached / first.Reached : null;

    public FunnelStep? Before(FunnelStep step) => Steps.LastOrDefault(other => other.Stage < step.Stage);

    public long LostBefore(FunnelStep step) => (Before(step)?.Reached ?? step.Reached) - step.Reached;
}

/// <summary>The funnel of one cohort, whole or of one scope.</summary>
public sealed class Funnel(CrmDbContext db)
{
    public async Task<FunnelSheet> ReadAsync(Period period, Actor actor, CancellationToken cancellationToken, Breakdown breakdown = Breakdown.Company, long scope = FigureKey.Total)
    {
        var cohort = await db.CohortOfAsync(period, breakdown, scope, actor, cancellationToken);
        var reached = await cohort.GroupBy(line => line.Reached)
            .Select(group => new { Stage = group.Key, Count = group.LongCount(), Amount = group.Sum(line => line.Amount) })
            .ToListAsync(cancellationToken);

        // Stays of no time at all are the marks of an import, which did not see them.
        var stays = await db.StageChanges
            .Where(change => change.From <= StageCode.Contract && change.SecondsSpent > 0 && cohort.Select(line => line.Id).Contains(change.OpportunityId))
            .GroupBy(change => change.From)
            .Select(group => new { Stage = group.Key, Seconds = group.Sum(change => change.SecondsSpent), Count = group.Select(change => change.OpportunityId).Distinct().LongCount() })
            .ToDictionaryAsync(stay => stay.Stage, stay => (decimal?)stay.Seconds / 86400m / stay.Count, cancellationToken);
        var stages = (await db.StagesAsync(cancellationToken)).Where(stage => stage.Code <= StageCode.Contract).OrderBy(stage => stage.Code).ToList();

        var steps = new List<FunnelStep>();
        foreach (var stage in stages)
        {
            var here = reached.Where(row => row.Stage >= stage.Code).ToList();
            var count = here.Sum(row => row.Count);
            var before = steps.LastOrDefault()?.Reached;
            var rate = before > 0 ? 100m * count / before : null;
            steps.Add(new FunnelStep(stage.Code, stage.Name, stage.EnglishName, stage.Probability, stage.ExpectedDays, count, here.Sum(row => row.Amount), rate, stays.GetValueOrDefault(stage.Code)));
        }

        return new FunnelSheet(steps);
    }
}

internal static class FunnelCohort
{
    /// <summary>The lines of a cohort, narrowed to one scope; teams are read only where the scope needs them.</summary>
    internal static async Task<IQueryable<FigureLine>> CohortOfAsync(this CrmDbContext db, Period period, Breakdown breakdown, long scope, Actor actor, CancellationToken cancellationToken)
        => await db.WithinAsync(db.CohortLines(actor, period.First, period.Last), breakdown, scope, actor, cancellationToken);

    internal static async Task<IQueryable<FigureLine>> WithinAsync(this CrmDbContext db, IQueryable<FigureLine> lines, Breakdown breakdown, long scope, Actor actor, CancellationToken cancellationToken)
    {
        if (breakdown == Breakdown.Company || scope == FigureKey.Total)
        {
            return lines;
        }

        var organisation = breakdown is Breakdown.Office or Breakdown.Manager ? await Organisation.ReadAsync(db, actor, cancellationToken) : Organisation.Empty;
        return lines.Within(FigureKey.Of(breakdown, organisation), scope);
    }
}
