using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Customers;

internal sealed class CustomerConfiguration : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> customer)
    {
        customer.ToTable("Customers");
        customer.Property(c => c.SearchKey).HasMaxLength(900);
        customer.Ignore(c => c.SearchKind).Ignore(c => c.SearchNames);
        customer.Property(c => c.Number).HasMaxLength(40);
        customer.Property(c => c.GradeWords).HasMaxLength(40);
        customer.Property(c => c.NameKey).HasMaxLength(400);
        customer.Property(c => c.Website).HasMaxLength(400);
        customer.Property(c => c.Address).HasMaxLength(400);
        customer.Property(c => c.Need).HasMaxLength(4000);
        customer.Property(c => c.ProductPreference).HasMaxLength(1000);
        customer.Property(c => c.DecisionProcess).HasMaxLength(1000);
        customer.Property(c => c.NextFollowUpText).HasMaxLength(500);
        customer.Property(c => c.OverrideReason).HasMaxLength(500);
        customer.Property(c => c.DeferralReason).HasMaxLength(500);
        customer.Property(c => c.DuplicateReason).HasMaxLength(500);
        customer.Property(c => c.Remark).HasMaxLength(-1);

        customer.HasIndex(c => c.Number).IsUnique();
        customer.HasIndex(c => c.NameKey);

        // Counts what any filter lets through without touching the records.
        customer.HasIndex(c => new { c.OwnerId, c.ArchivedAt, c.DueKey, c.Grade, c.NeedStage, c.Lifecycle, c.IndustryId, c.SourceId, c.Province, c.CompanySizeId, c.City, c.LastDealOn }).HasDatabaseName("IX_Customers_Filters");

        // One index per order that the list offers; scope and filters are judged on the way by what the index holds, so that only rows that are shown are fetched.
        customer.HasIndex(c => new { c.ArchivedAt, c.DueKey, c.Id, c.OwnerId, c.Grade, c.NeedStage, c.Lifecycle, c.IndustryId, c.SourceId }).HasDatabaseName("IX_Customers_ByDue");
        customer.HasIndex(c => new { c.ArchivedAt, c.LastFollowUpAt, c.Id, c.OwnerId, c.Grade, c.NeedStage, c.Lifecycle, c.IndustryId, c.SourceId }).HasDatabaseName("IX_Customers_ByLast");
        customer.HasIndex(c => new { c.ArchivedAt, c.AnnualAmount, c.Id, c.OwnerId, c.Grade, c.NeedStage, c.Lifecycle, c.IndustryId, c.SourceId }).HasDatabaseName("IX_Customers_ByAnnual");
        customer.HasIndex(c => new { c.ArchivedAt, c.Grade, c.Id, c.OwnerId, c.NeedStage, c.Lifecycle, c.IndustryId, c.SourceId }).HasDatabaseName("IX_Customers_ByGrade");
        customer.HasIndex(c => new { c.ArchivedAt, c.Budget, c.Id, c.OwnerId, c.Grade, c.NeedStage, c.Lifecycle, c.IndustryId, c.SourceId }).HasDatabaseName("IX_Customers_ByBudget");
        customer.HasIndex(c => new { c.ArchivedAt, c.Id, c.OwnerId, c.Grade, c.NeedStage, c.Lifecycle, c.IndustryId, c.SourceId }).HasDatabaseName("IX_Customers_ByAge");

        // What is archived, in the list's own order.
        customer.HasIndex(c => new { c.DueKey, c.Id, c.OwnerId }).HasFilter("[ArchivedAt] IS NOT NULL").HasDatabaseName("IX_Customers_Archived");

        customer.Property(c => c.RelationshipReason).HasMaxLength(500);
        customer.HasIndex(c => new { c.ReferredById, c.ArchivedAt, c.DealTotal, c.OwnerId }).HasFilter("[ReferredById] IS NOT NULL").HasDatabaseName("IX_Customers_Referred");
        customer.HasIndex(c => new { c.Urgency, c.ArchivedAt, c.OwnerId }).HasFilter("[Urgency] IS NOT NULL").HasDatabaseName("IX_Customers_Urgent");
        customer.HasIndex(c => new { c.Relationship, c.ArchivedAt, c.OwnerId }).HasFilter("[Relationship] IS NOT NULL").HasDatabaseName("IX_Customers_Related");

        // Who may be lifted from C, the most promising first.
        customer.HasIndex(c => new { c.Grade, c.Potential, c.Id, c.OwnerId }).HasFilter("[Potential] IS NOT NULL AND [ArchivedAt] IS NULL").HasDatabaseName("IX_Customers_Promising");

        // Who falls into the public pool next, and the orders of the pool's own list.
        customer.HasIndex(c => new { c.Grade, c.LastFollowUpAt, c.HeldSince, c.OpenOpportunityCount, c.DeferredUntil, c.OwnerId })
            .HasFilter("[OwnerId] IS NOT NULL AND [ArchivedAt] IS NULL").HasDatabaseName("IX_Customers_Falling");
        customer.HasIndex(c => new { c.HeldSince, c.Id }).HasFilter("[OwnerId] IS NULL AND [ArchivedAt] IS NULL").HasDatabaseName("IX_Customers_PoolBySince");
        customer.HasIndex(c => new { c.Grade, c.Id }).HasFilter("[OwnerId] IS NULL AND [ArchivedAt] IS NULL").HasDatabaseName("IX_Customers_PoolByGrade");
        customer.HasIndex(c => new { c.LastFollowUpAt, c.Id }).HasFilter("[OwnerId] IS NULL AND [ArchivedAt] IS NULL").HasDatabaseName("IX_Customers_PoolByLast");

        // The few that are confidential, with what decides for whom they are closed.
        customer.Property(c => c.ConfidentialReason).HasMaxLength(500);
        customer.HasIndex(c => new { c.ConfidentialAt, c.OwnerId }).HasFilter("[ConfidentialAt] IS NOT NULL").HasDatabaseName("IX_Customers_Confidential");

        // Gaps in the records are few, and so are these indexes' rows.
        customer.HasIndex(c => new { c.FirstContactOn, c.ArchivedAt }).HasFilter("[FirstContactOn] IS NULL").HasDatabaseName("IX_Customers_WithoutFirstContact");

        customer.HasOne(c => c.Owner).WithMany().HasForeignKey(c => c.OwnerId).OnDelete(DeleteBehavior.Restrict);
        customer.HasOne(c => c.FormerOwner).WithMany().HasForeignKey(c => c.FormerOwnerId).OnDelete(DeleteBehavior.Restrict);
        customer.HasOne<User>().WithMany().HasForeignKey(c => c.CreatedById).OnDelete(DeleteBehavior.Restrict);
        customer.HasOne<User>().WithMany().HasForeignKey(c => c.OverrideById).OnDelete(DeleteBehavior.Restrict);
        customer.HasOne(c => c.Industry).WithMany().HasForeignKey(c => c.IndustryId).OnDelete(DeleteBehavior.Restrict);
        customer.HasOne(c => c.Source).WithMany().HasForeignKey(c => c.SourceId).OnDelete(DeleteBehavior.Restrict);
        customer.HasOne(c => c.CompanySize).WithMany().HasForeignKey(c => c.CompanySizeId).OnDelete(DeleteBehavior.Restrict);
        customer.HasOne<Customer>().WithMany().HasForeignKey(c => c.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        customer.HasOne(c => c.ReferredBy).WithMany().HasForeignKey(c => c.ReferredById).OnDelete(DeleteBehavior.Restrict);
        customer.HasMany(c => c.Events).WithOne().HasForeignKey(e => e.CustomerId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CustomerMemberConfiguration : IEntityTypeConfiguration<CustomerMember>
{
    public void Configure(EntityTypeBuilder<CustomerMember> member)
    {
        member.ToTable("CustomerMembers");
        member.HasIndex(m => new { m.CustomerId, m.UserId }).IsUnique();
        member.HasIndex(m => new { m.UserId, m.CustomerId, m.Access });
        member.HasOne(m => m.Customer).WithMany(c => c.Members).HasForeignKey(m => m.CustomerId).OnDelete(DeleteBehavior.Cascade);
        member.HasOne(m => m.User).WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CustomerEventConfiguration : IEntityTypeConfiguration<CustomerEvent>
{
    public void Configure(EntityTypeBuilder<CustomerEvent> happening)
    {
        happening.ToTable("CustomerEvents");
        happening.Property(e => e.Text).HasMaxLength(500);
        happening.HasIndex(e => new { e.CustomerId, e.On });
        happening.HasOne<User>().WithMany().HasForeignKey(e => e.CreatedById).OnDelete(DeleteBehavior.Restrict);
    }
}
