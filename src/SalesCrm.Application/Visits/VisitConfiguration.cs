using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesCrm.Application.Visits;

internal sealed class VisitConfiguration : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> visit)
    {
        visit.ToTable("Visits");
        visit.Property(v => v.Topic).HasMaxLength(500);
        visit.Property(v => v.Feedback).HasMaxLength(-1);
        visit.Property(v => v.Handling).HasMaxLength(4000);
        visit.Property(v => v.DueText).HasMaxLength(100);
        visit.Property(v => v.Result).HasMaxLength(2000);
        visit.Property(v => v.NextText).HasMaxLength(500);
        visit.Property(v => v.SearchText).HasMaxLength(-1);
        visit.HasIndex(v => new { v.CustomerId, v.At });
        visit.HasIndex(v => new { v.OpportunityId, v.At });
        visit.HasIndex(v => new { v.VisitorId, v.At });
        visit.HasIndex(v => new { v.At, v.Id, v.VisitorId, v.CustomerId, v.ArchivedAt });
        visit.HasIndex(v => new { v.OpenDueKey, v.Id, v.VisitorId, v.CustomerId, v.ArchivedAt });
        visit.HasIndex(v => new { v.VisitorId, v.OpenDueKey });
        visit.HasOne(v => v.Customer).WithMany().HasForeignKey(v => v.CustomerId).OnDelete(DeleteBehavior.Restrict);
        visit.HasOne(v => v.Contact).WithMany().HasForeignKey(v => v.ContactId).OnDelete(DeleteBehavior.Restrict);
        visit.HasOne(v => v.Opportunity).WithMany().HasForeignKey(v => v.OpportunityId).OnDelete(DeleteBehavior.Restrict);
        visit.HasOne(v => v.Visitor).WithMany().HasForeignKey(v => v.VisitorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FollowUpTaskConfiguration : IEntityTypeConfiguration<FollowUpTask>
{
    public void Configure(EntityTypeBuilder<FollowUpTask> task)
    {
        task.ToTable("FollowUpTasks");
        task.HasIndex(t => new { t.AssigneeId, t.DoneAt, t.DueOn });
        task.HasIndex(t => new { t.CustomerId, t.DoneAt });
        task.HasOne(t => t.Customer).WithMany().HasForeignKey(t => t.CustomerId).OnDelete(DeleteBehavior.Restrict);
        task.HasOne(t => t.Opportunity).WithMany().HasForeignKey(t => t.OpportunityId).OnDelete(DeleteBehavior.Restrict);
        task.HasOne(t => t.Assignee).WithMany().HasForeignKey(t => t.AssigneeId).OnDelete(DeleteBehavior.Restrict);
        task.HasOne(t => t.DoneByVisit).WithMany().HasForeignKey(t => t.DoneByVisitId).OnDelete(DeleteBehavior.Restrict);
    }
}
