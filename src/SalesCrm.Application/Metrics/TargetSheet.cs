using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Metrics;

/// <summary>One target of a period; empty where none is set.</summary>
public sealed record TargetRow(Metric Metric, decimal? Value, Guid? Version);

/// <summary>The targets of a period, for editing; nothing for those who may not set them.</summary>
public sealed class TargetSheet(CrmDbContext db)
{
    public async Task<IReadOnlyList<TargetRow>?> ReadAsync(Period period, Actor actor, CancellationToken cancellationToken)
    {
        if (!await db.IsWholeFor(actor, cancellationToken))
        {
            return null;
        }

        var name = period.ToString();
        var set = await db.Targets.Where(target => target.Period == name).ToDictionaryAsync(target => target.Metric, cancellationToken);
        return MetricWords.Targeted.Select(metric => new TargetRow(metric, set.GetValueOrDefault(metric)?.Value, set.GetValueOrDefault(metric)?.Version)).ToList();
    }
}
