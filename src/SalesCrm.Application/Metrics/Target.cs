using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Metrics;

/// <summary>What the company aims for in a period, for one metric.</summary>
internal sealed class Target : IAudited, IVersioned
{
    public long Id { get; private set; }

    /// <summary>Invariant period such as <c>2024Q1</c>.</summary>
    public required string Period { get; init; }

    public Metric Metric { get; init; }

    /// <summary>Percent, yuan, days or a count, as the metric is.</summary>
    public decimal Value { get; set; }

    public Guid Version { get; set; }
}

internal sealed class TargetConfiguration : IEntityTypeConfiguration<Target>
{
    public void Configure(EntityTypeBuilder<Target> target)
    {
        target.ToTable("Targets");
        target.Property(t => t.Period).HasMaxLength(10);
        target.HasIndex(t => new { t.Period, t.Metric }).IsUnique();
    }
}
