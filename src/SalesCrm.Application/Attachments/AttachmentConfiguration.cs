using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Attachments;

internal sealed class AttachmentConfiguration : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> attachment)
    {
        attachment.ToTable("Attachments");
        attachment.Property(a => a.Name).HasMaxLength(255);
        attachment.Property(a => a.Hash).HasMaxLength(64);
        attachment.HasIndex(a => a.Handle).IsUnique();
        attachment.HasIndex(a => new { a.CustomerId, a.At, a.Id });
        attachment.HasOne(a => a.Customer).WithMany().HasForeignKey(a => a.CustomerId).OnDelete(DeleteBehavior.Restrict);
        attachment.HasOne(a => a.Opportunity).WithMany().HasForeignKey(a => a.OpportunityId).OnDelete(DeleteBehavior.Restrict);
        attachment.HasOne(a => a.Visit).WithMany().HasForeignKey(a => a.VisitId).OnDelete(DeleteBehavior.Restrict);
        attachment.HasOne<User>().WithMany().HasForeignKey(a => a.CreatedById).OnDelete(DeleteBehavior.Restrict);
        attachment.HasOne(a => a.Content).WithOne().HasForeignKey<AttachmentContent>(c => c.AttachmentId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AttachmentContentConfiguration : IEntityTypeConfiguration<AttachmentContent>
{
    public void Configure(EntityTypeBuilder<AttachmentContent> content)
    {
        content.ToTable("AttachmentContents");
        content.HasKey(c => c.AttachmentId);
        content.Property(c => c.AttachmentId).ValueGeneratedNever();
        content.Property(c => c.Bytes).HasMaxLength(-1);
    }
}
