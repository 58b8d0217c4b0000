using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Customers.Duplicates;

/// <summary>Somebody looked at two files and found that they are two customers.</summary>
internal sealed class DuplicateDismissal : IAudited
{
    public long Id { get; private set; }

    /// <summary>The file with the smaller id.</summary>
    public long FirstId { get; init; }

    public long SecondId { get; init; }

    public long ById { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }
}

internal sealed class DuplicateDismissalConfiguration : IEntityTypeConfiguration<DuplicateDismissal>
{
    public void Configure(EntityTypeBuilder<DuplicateDismissal> dismissal)
    {
        dismissal.ToTable("DuplicateDismissals");
        dismissal.HasIndex(d => new { d.FirstId, d.SecondId }).IsUnique();
    }
}
