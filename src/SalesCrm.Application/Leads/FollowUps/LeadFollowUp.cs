using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesCrm.Application.Database;
using SalesCrm.Application.Users;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Leads.FollowUps;

/// <summary>One contact with somebody who is still a lead. After the conversion it shows on the customer's timeline too; it is never copied.</summary>
internal sealed class LeadFollowUp : IAudited
{
    public long Id { get; private set; }
    public long LeadId { get; init; }
    public Lead? Lead { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }
    public VisitMethod Method { get; init; }
    public required string Feedback { get; init; }
    public DateOnly? NextOn { get; init; }
    public string? NextText { get; init; }
    public long? ById { get; init; }
    public User? By { get; private set; }
}

internal sealed class LeadFollowUpConfiguration : IEntityTypeConfiguration<LeadFollowUp>
{
    public void Configure(EntityTypeBuilder<LeadFollowUp> entry)
    {
        entry.ToTable("LeadFollowUps");
        entry.Property(e => e.Feedback).HasMaxLength(4000);
        entry.Property(e => e.NextText).HasMaxLength(400);
        entry.HasIndex(e => new { e.LeadId, e.At, e.Id });
        entry.HasOne(e => e.Lead).WithMany().HasForeignKey(e => e.LeadId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne(e => e.By).WithMany().HasForeignKey(e => e.ById).OnDelete(DeleteBehavior.Restrict);
    }
}
