using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesCrm.Application.Database;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Imports;

/// <summary>One file on its way in: uploaded, mapped, tried, committed.</summary>
internal sealed class Import : IVersioned
{
    public long Id { get; private set; }
    public Guid Handle { get; init; }
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file, hex.</summary>
    public required string FileHash { get; init; }

    public byte[]? Content { get; set; }
    public long CreatedById { get; init; }
    public User? CreatedBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; init; }

    public ImportState State { get; set; } = ImportState.Uploaded;
    public string? Kind { get; set; }
    public string? Sheet { get; set; }

    /// <summary>The mapping profile as JSON.</summary>
    public string? Profile { get; set; }

    /// <summary>Result of the dry run or the commit as JSON: counts and refused rows.</summary>
    public string? Report { get; set; }

    public int RowsTotal { get; set; }

    /// <summary>Why it failed, as a stored sentence.</summary>
    public string? Problem { get; set; }

    /// <summary>The operation that wrote its rows; by it the import is undone.</summary>
    public Guid? OperationId { get; set; }

    /// <summary>UTC; when check or commit last began.</summary>
    public DateTime? StartedAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? FinishedAt { get; set; }
    public Guid Version { get; set; }

    /// <summary>Has it tried with this profile; what was decided about conflicts stays decided.</summary>
    public void TryWith(MappingProfile profile, DateTime at)
        => (Profile, State, Report, Problem, StartedAt) = (profile.ToJson(), ImportState.Checking, StoredReport.Decided(Report), null, at);
}

public enum ImportState
{
    Uploaded = 1,
    Checking = 2,
    Checked = 3,
    Committing = 4,
    Committed = 5,
    Failed = 6,

    /// <summary>Whoever uploaded it stopped it; nothing was written.</summary>
    Cancelled = 7,
}

/// <summary>A mapping that someone saved under a name, remembered for the next file with the same headers.</summary>
internal sealed class ImportProfile : IVersioned
{
    public long Id { get; private set; }
    public required string Kind { get; init; }

    /// <summary>Hash of the header row that it fits.</summary>
    public required string HeaderHash { get; init; }

    public long CreatedById { get; init; }
    public required string Profile { get; set; }
    public Guid Version { get; set; }
}

internal sealed class ImportConfiguration : IEntityTypeConfiguration<Import>
{
    public void Configure(EntityTypeBuilder<Import> import)
    {
        import.ToTable("Imports");
        import.Property(i => i.FileName).HasMaxLength(255);
        import.Property(i => i.FileHash).HasMaxLength(64);
        import.Property(i => i.Profile).HasMaxLength(-1);
        import.Property(i => i.Report).HasMaxLength(-1);
        import.Property(i => i.Problem).HasMaxLength(2000);
        import.HasIndex(i => i.Handle).IsUnique();
        import.HasIndex(i => new { i.CreatedById, i.Id });
        import.HasIndex(i => i.FileHash);
        import.HasOne(i => i.CreatedBy).WithMany().HasForeignKey(i => i.CreatedById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ImportProfileConfiguration : IEntityTypeConfiguration<ImportProfile>
{
    public void Configure(EntityTypeBuilder<ImportProfile> profile)
    {
        profile.ToTable("ImportProfiles");
        profile.Property(p => p.Kind).HasMaxLength(40);
        profile.Property(p => p.HeaderHash).HasMaxLength(64);
        profile.Property(p => p.Profile).HasMaxLength(-1);
        profile.HasIndex(p => new { p.Kind, p.HeaderHash, p.CreatedById }).IsUnique();
    }
}
