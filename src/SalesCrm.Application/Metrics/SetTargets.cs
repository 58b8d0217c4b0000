using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Shared.Values;

namespace SalesCrm.Application.Metrics;

/// <summary>Sets the company's targets of a period.</summary>
public sealed class SetTargets(CrmDbContext db)
{
    /// <summary>One target as typed; an empty value takes it away.</summary>
    public sealed class Line
    {
        public Metric Metric { get; set; }

        public string? Value { get; set; }

        /// <summary>Of the target that the writer saw; null when there was none.</summary>
        public Guid? Version { get; set; }
    }

    public async Task<Outcome> ExecuteAsync(Period period, IReadOnlyList<Line> typed, Actor actor, CancellationToken cancellationToken)
    {
        if (!await db.IsWholeFor(actor, cancellationToken))
        {
            return Outcome.Forbidden("只有管理员和公司负责人可以设定目标");
        }

        var lines = typed.Where(line => MetricWords.Targeted.Contains(line.Metric)).DistinctBy(line => line.Metric).ToList();
        var readings = lines.ToDictionary(line => line.Metric, line => Read(line.Metric, line.Value));
        var problems = readings.Where(reading => reading.Value.IsRefused).Select(reading => new Problem(reading.Key.Code(), reading.Value.Problem!.Value)).ToList();
        if (problems.Count > 0)
        {
            return Outcome.Invalid(problems);
        }

        var name = period.ToString();
        var set = await db.Targets.Where(target => target.Period == name).ToDictionaryAsync(target => target.Metric, cancellationToken);
        if (lines.Any(line => set.GetValueOrDefault(line.Metric)?.Version != line.Version))
        {
            return Changed();
        }

        foreach (var (metric, reading) in readings)
        {
            Apply(name, metric, reading.Value, set.GetValueOrDefault(metric));
        }

        try
        {
            await db.SaveAsync(actor, cancellationToken);
            return Outcome.Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            return Changed();
        }
        catch (DbUpdateException exception) when (db.Engine.IsUniqueViolation(exception))
        {
            return Changed();
        }
    }

    private void Apply(string period, Metric metric, decimal? value, Target? target)
    {
        if (value is not { } due)
        {
            if (target is not null)
            {
                db.Targets.Remove(target);
            }
        }
        else if (target is null)
        {
            db.Targets.Add(new Target { Period = period, Metric = metric, Value = due });
        }
        else
        {
            target.Value = due;
        }
    }

    private static Reading<decimal?> Read(Metric metric, string? typed) => metric.Unit() switch
    {
        MetricUnit.Percent => PercentText.Read(typed) is { IsRefused: false, Value: { } percent } && (percent > 100 || decimal.Round(percent, 2) != percent)
            ? Reading<decimal?>.Refused("百分比目标应在 0 至 100 之间，最多两位小数")
            : PercentText.Read(typed),
        MetricUnit.Yuan => MoneyText.Read(typed),
        _ => CountText.Read(typed) is { IsRefused: true, Problem: { } problem } ? Reading<decimal?>.Refused(problem) : (decimal?)CountText.Read(typed).Value,
    };

    private static Outcome Changed() => Outcome.Conflict("目标刚被别人改过，请对照后再保存");
}
