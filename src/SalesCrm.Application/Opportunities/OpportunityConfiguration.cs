using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesCrm.Application.Opportunities;

internal sealed class OpportunityConfiguration : IEntityTypeConfiguration<Opportunity>
{
    public void Configure(EntityTypeBuilder<Opportunity> opportunity)
    {
        opportunity.ToTable("Opportunities");
        opportunity.Property(o => o.SearchKey).HasMaxLength(900);
        opportunity.Ignore(o => o.SearchKind).Ignore(o => o.SearchNames);
        opportunity.Property(o => o.Number).HasMaxLength(40);
        opportunity.Property(o => o.Need).HasMaxLength(4000);
        opportunity.Property(o => o.Summary).HasMaxLength(4000);
        opportunity.Property(o => o.Competition).HasMaxLength(1000);
        opportunity.Property(o => o.PaymentTerms).HasMaxLength(500);
        opportunity.Property(o => o.RiskNote).HasMaxLength(500);
        opportunity.Property(o => o.RiskMitigation).HasMaxLength(1000);
        opportunity.Property(o => o.LossNote).HasMaxLength(1000);
        opportunity.HasIndex(o => o.Number).IsUnique();
        opportunity.HasIndex(o => new { o.CustomerId, o.Id });
        opportunity.HasIndex(o => new { o.OwnerId, o.Status, o.Stage });

        // The board's columns in their order, with all that sums over them need.
        opportunity.HasIndex(o => new { o.Status, o.Stage, o.StageEnteredAt, o.Id, o.OwnerId, o.CustomerId, o.ArchivedAt, o.Amount, o.StageDueOn, o.ExpectedCloseOn, o.Risk }).HasDatabaseName("IX_Opportunities_Board");

        // One index per order that the list offers; scope and filters are judged on the way by what the index holds.
        opportunity.HasIndex(o => new { o.ArchivedAt, o.ExpectedCloseOn, o.Id, o.OwnerId, o.CustomerId, o.Status, o.Stage, o.Risk, o.SourceId }).HasDatabaseName("IX_Opportunities_ByClose");
        opportunity.HasIndex(o => new { o.ArchivedAt, o.Amount, o.Id, o.OwnerId, o.CustomerId, o.Status, o.Stage, o.Risk, o.SourceId }).HasDatabaseName("IX_Opportunities_ByAmount");
        opportunity.HasIndex(o => new { o.ArchivedAt, o.StageEnteredAt, o.Id, o.OwnerId, o.CustomerId, o.Status, o.Stage, o.Risk, o.SourceId }).HasDatabaseName("IX_Opportunities_ByEntered");
        opportunity.HasIndex(o => new { o.ArchivedAt, o.CreatedAt, o.Id, o.OwnerId, o.CustomerId });

        // Hold all that leads, funnel and closed opportunities of a period are summed from, so that figures never fetch the rows.
        opportunity.HasIndex(o => new { o.IdentifiedOn, o.ArchivedAt, o.OwnerId, o.CameFromLead, o.Status, o.Reached, o.Amount }).HasDatabaseName("IX_Opportunities_Identified");
        opportunity.HasIndex(o => new { o.ClosedOn, o.Status, o.ArchivedAt, o.OwnerId, o.IdentifiedOn }).HasDatabaseName("IX_Opportunities_Closed");
        opportunity.HasIndex(o => new { o.Status, o.ExpectedCloseOn });
        opportunity.HasOne(o => o.Customer).WithMany().HasForeignKey(o => o.CustomerId).OnDelete(DeleteBehavior.Restrict);
        opportunity.HasOne(o => o.Owner).WithMany().HasForeignKey(o => o.OwnerId).OnDelete(DeleteBehavior.Restrict);
        opportunity.HasOne(o => o.Source).WithMany().HasForeignKey(o => o.SourceId).OnDelete(DeleteBehavior.Restrict);
        opportunity.HasOne(o => o.Product).WithMany().HasForeignKey(o => o.ProductId).OnDelete(DeleteBehavior.Restrict);
        opportunity.HasOne(o => o.LossReason).WithMany().HasForeignKey(o => o.LossReasonId).OnDelete(DeleteBehavior.Restrict);
        opportunity.HasOne(o => o.LostTo).WithMany().HasForeignKey(o => o.LostToId).OnDelete(DeleteBehavior.Restrict);
        opportunity.HasMany(o => o.StageChanges).WithOne().HasForeignKey(c => c.OpportunityId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class StageChangeConfiguration : IEntityTypeConfiguration<StageChange>
{
    public void Configure(EntityTypeBuilder<StageChange> change)
    {
        change.ToTable("StageChanges");
        change.Property(c => c.Reason).HasMaxLength(1000);
        change.HasIndex(c => new { c.OpportunityId, c.At, c.From, c.SecondsSpent });
        change.HasIndex(c => c.At);
        change.HasOne(c => c.By).WithMany().HasForeignKey(c => c.ById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MilestoneConfiguration : IEntityTypeConfiguration<Milestone>
{
    public void Configure(EntityTypeBuilder<Milestone> milestone)
    {
        milestone.ToTable("Milestones");
        milestone.Property(m => m.Text).HasMaxLength(500);
        milestone.Property(m => m.Original).HasMaxLength(500);
        milestone.HasIndex(m => new { m.OpportunityId, m.On });
        milestone.HasIndex(m => m.On);
        milestone.HasOne(m => m.Opportunity).WithMany(o => o.Milestones).HasForeignKey(m => m.OpportunityId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RivalConfiguration : IEntityTypeConfiguration<Rival>
{
    public void Configure(EntityTypeBuilder<Rival> rival)
    {
        rival.ToTable("Rivals");
        rival.Property(r => r.Offer).HasMaxLength(500);
        rival.Property(r => r.CounterMeasure).HasMaxLength(1000);
        rival.HasIndex(r => new { r.OpportunityId, r.CompetitorId }).IsUnique();
        rival.HasIndex(r => r.CompetitorId);
        rival.HasOne(r => r.Opportunity).WithMany(o => o.Rivals).HasForeignKey(r => r.OpportunityId).OnDelete(DeleteBehavior.Cascade);
        rival.HasOne(r => r.Competitor).WithMany().HasForeignKey(r => r.CompetitorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OpportunityMemberConfiguration : IEntityTypeConfiguration<OpportunityMember>
{
    public void Configure(EntityTypeBuilder<OpportunityMember> member)
    {
        member.ToTable("OpportunityMembers");
        member.HasIndex(m => new { m.OpportunityId, m.UserId }).IsUnique();
        member.HasIndex(m => new { m.UserId, m.OpportunityId });
        member.HasOne(m => m.Opportunity).WithMany(o => o.Members).HasForeignKey(m => m.OpportunityId).OnDelete(DeleteBehavior.Cascade);
        member.HasOne(m => m.User).WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}
