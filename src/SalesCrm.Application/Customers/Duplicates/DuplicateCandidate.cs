using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesCrm.Application.Customers.Duplicates;

/// <summary>Two files that may be one customer, as the last search found them.</summary>
internal sealed class DuplicateCandidate
{
    public long Id { get; private set; }

    /// <summary>The file with the smaller id.</summary>
    public long FirstId { get; init; }
    public Customer? First { get; private set; }
    public long SecondId { get; init; }
    public Customer? Second { get; private set; }
    public DuplicateReasons Reasons { get; init; }

    /// <summary>From 0 to 100.</summary>
    public int Score { get; init; }

    /// <summary>UTC.</summary>
    public DateTime FoundAt { get; init; }
}

internal sealed class DuplicateCandidateConfiguration : IEntityTypeConfiguration<DuplicateCandidate>
{
    public void Configure(EntityTypeBuilder<DuplicateCandidate> candidate)
    {
        candidate.ToTable("DuplicateCandidates");
        candidate.HasIndex(c => new { c.FirstId, c.SecondId }).IsUnique();
        candidate.HasIndex(c => new { c.Score, c.Id });
        candidate.HasOne(c => c.First).WithMany().HasForeignKey(c => c.FirstId).OnDelete(DeleteBehavior.Cascade);
        candidate.HasOne(c => c.Second).WithMany().HasForeignKey(c => c.SecondId).OnDelete(DeleteBehavior.Restrict);
    }
}
