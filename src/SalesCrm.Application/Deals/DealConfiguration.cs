using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesCrm.Application.Deals;

internal sealed class DealConfiguration : IEntityTypeConfiguration<Deal>
{
    public void Configure(EntityTypeBuilder<Deal> deal)
    {
        deal.ToTable("Deals");
        deal.Property(d => d.Number).HasMaxLength(40);
        deal.Property(d => d.Channel).HasMaxLength(60);
        deal.Property(d => d.Remark).HasMaxLength(2000);
        deal.HasIndex(d => d.Number).IsUnique();
        deal.HasIndex(d => new { d.CustomerId, d.On });

        // Holds all that the figures of a period sum, so that they never fetch the rows.
        deal.HasIndex(d => new { d.On, d.ArchivedAt, d.OwnerId, d.PreviousOn, d.NextOn, d.Amount, d.SalesDays, d.Ordinal, d.CustomerId }).HasDatabaseName("IX_Deals_Figures");
        deal.HasIndex(d => new { d.OwnerId, d.On });
        deal.HasIndex(d => new { d.On, d.Id });
        deal.HasIndex(d => new { d.Amount, d.Id });
        deal.HasIndex(d => d.OpportunityId).IsUnique();
        deal.HasOne(d => d.Customer).WithMany().HasForeignKey(d => d.CustomerId).OnDelete(DeleteBehavior.Restrict);
        deal.HasOne(d => d.Opportunity).WithOne().HasForeignKey<Deal>(d => d.OpportunityId).OnDelete(DeleteBehavior.Restrict);
        deal.HasOne(d => d.Owner).WithMany().HasForeignKey(d => d.OwnerId).OnDelete(DeleteBehavior.Restrict);
        deal.HasOne(d => d.Product).WithMany().HasForeignKey(d => d.ProductId).OnDelete(DeleteBehavior.Restrict);
    }
}
