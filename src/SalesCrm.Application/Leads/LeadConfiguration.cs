using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesCrm.Application.Leads;

internal sealed class LeadConfiguration : IEntityTypeConfiguration<Lead>
{
    public void Configure(EntityTypeBuilder<Lead> lead)
    {
        lead.ToTable("Leads");
        lead.Property(l => l.SearchKey).HasMaxLength(900);
        lead.Ignore(l => l.SearchKind).Ignore(l => l.SearchNames).Ignore(l => l.SearchPhones);
        lead.Property(l => l.CompanyKey).HasMaxLength(400);
        lead.Property(l => l.Phone).HasMaxLength(60);
        lead.Property(l => l.PhoneKey).HasMaxLength(60);
        lead.Property(l => l.Email).HasMaxLength(254);
        lead.Property(l => l.Need).HasMaxLength(4000);
        lead.Property(l => l.DisqualifyReason).HasMaxLength(500);
        lead.Property(l => l.OverrideReason).HasMaxLength(500);
        lead.Property(l => l.Province).HasMaxLength(100);
        lead.Property(l => l.City).HasMaxLength(100);
        lead.Property(l => l.NextFollowUpText).HasMaxLength(400);
        lead.HasIndex(l => new { l.OwnerId, l.Status, l.Id });
        lead.HasIndex(l => new { l.DisqualifyReasonId, l.SourceId });
        lead.HasOne(l => l.DisqualifyWord).WithMany().HasForeignKey(l => l.DisqualifyReasonId).OnDelete(DeleteBehavior.Restrict);
        lead.HasIndex(l => new { l.Status, l.Id });
        lead.HasIndex(l => new { l.CreatedOn, l.OwnerId });
        lead.HasIndex(l => new { l.CompanyKey, l.Id });
        lead.HasIndex(l => new { l.NextFollowUpOn, l.Id });
        lead.HasIndex(l => new { l.CreatedOn, l.Id });
        lead.HasIndex(l => l.PhoneKey);
        lead.HasOne(l => l.Owner).WithMany().HasForeignKey(l => l.OwnerId).OnDelete(DeleteBehavior.Restrict);
        lead.HasOne(l => l.Source).WithMany().HasForeignKey(l => l.SourceId).OnDelete(DeleteBehavior.Restrict);
        lead.HasOne(l => l.Customer).WithMany().HasForeignKey(l => l.CustomerId).OnDelete(DeleteBehavior.Restrict);
        lead.HasOne(l => l.Opportunity).WithOne().HasForeignKey<Lead>(l => l.OpportunityId).OnDelete(DeleteBehavior.Restrict);
    }
}
