using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesCrm.Application.Database;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Columns;

/// <summary>Which columns of a list a person wants, in his order. Whoever has none sees the standard ones.</summary>
internal sealed class ColumnChoice : IReference
{
    public const int LongestCodes = 1000;

    public long UserId { get; init; }
    public User? User { get; private set; }
    public ListKind List { get; init; }

    /// <summary>Codes of columns with commas between; one that is gone shows nothing.</summary>
    public required string Codes { get; set; }
}

internal sealed class ColumnChoiceConfiguration : IEntityTypeConfiguration<ColumnChoice>
{
    public void Configure(EntityTypeBuilder<ColumnChoice> choice)
    {
        choice.ToTable("ColumnChoices");
        choice.HasKey(c => new { c.UserId, c.List });
        choice.Property(c => c.List).HasColumnName("Subject");
        choice.Property(c => c.Codes).HasMaxLength(ColumnChoice.LongestCodes);
        choice.HasOne(c => c.User).WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
