namespace SalesCrm.Application.Metrics;

/// <summary>A figure against its target.</summary>
public sealed record Gap(Metric Metric, decimal Value, decimal Target)
{
    /// <summary>A shortfall of this share of the target, in percent, is an anomaly that asks for a measure.</summary>
    public const decimal AnomalyPercent = 15;

    /// <summary>How much better than the target, in the metric's own unit; negative for a shortfall.</summary>
    public decimal Ahead => Metric.LessIsBetter() ? Target - Value : Value - Target;

    /// <summary><see cref="Ahead"/> in percent of the target; null for a target of zero.</summary>
    public decimal? AheadPercent => Target == 0 ? null : 100m * Ahead / Target;

    /// <summary>低于目标</summary>
    public bool IsMissed => Ahead < 0;

    /// <summary>异常</summary>
    public bool IsAnomaly => AheadPercent <= -AnomalyPercent;

    public static Gap? Of(Metric metric, Figures figures, IReadOnlyDictionary<Metric, decimal> targets)
        => figures[metric] is { } value && targets.TryGetValue(metric, out var target) ? new Gap(metric, value, target) : null;
}
