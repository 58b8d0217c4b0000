using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Metrics;

/// <summary>
/// What was written about a period (主要问题, 优化措施), and, where it was reported from outside or frozen, the figures as reported.
/// </summary>
internal sealed class PeriodReport : IAudited, IVersioned
{
    public long Id { get; private set; }

    /// <summary>Invariant period such as <c>2024Q1</c>.</summary>
    public required string Period { get; init; }

    public int? Leads { get; set; }
    public int? WonCustomers { get; set; }

    /// <summary>Percent.</summary>
    public decimal? Conversion { get; set; }

    /// <summary>Yuan.</summary>
    public decimal? Aov { get; set; }

    /// <summary>Percent.</summary>
    public decimal? Repurchase { get; set; }

    /// <summary>Days.</summary>
    public decimal? Cycle { get; set; }

    public string? Problem { get; set; }
    public string? Measure { get; set; }
    public Guid Version { get; set; }
}

internal sealed class PeriodReportConfiguration : IEntityTypeConfiguration<PeriodReport>
{
    public void Configure(EntityTypeBuilder<PeriodReport> report)
    {
        report.ToTable("PeriodReports");
        report.Property(r => r.Period).HasMaxLength(10);
        report.Property(r => r.Problem).HasMaxLength(2000);
        report.Property(r => r.Measure).HasMaxLength(2000);
        report.HasIndex(r => r.Period).IsUnique();
    }
}
