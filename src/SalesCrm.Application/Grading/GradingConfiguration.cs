using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Grading;

internal sealed class GradingPolicyConfiguration : IEntityTypeConfiguration<GradingPolicy>
{
    public void Configure(EntityTypeBuilder<GradingPolicy> policy)
    {
        policy.ToTable("GradingPolicies");
        policy.HasIndex(p => p.Revision).IsUnique();
        policy.HasOne<User>().WithMany().HasForeignKey(p => p.CreatedById).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>What the lists of this feature need of the customer's table.</summary>
internal sealed class CustomerGradeConfiguration : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> customer)
        => customer.HasIndex(c => new { c.OverrideUntil, c.Id }).HasFilter("[OverrideGrade] IS NOT NULL").HasDatabaseName("IX_Customers_Overridden");
}

internal sealed class GradeChangeConfiguration : IEntityTypeConfiguration<GradeChange>
{
    public void Configure(EntityTypeBuilder<GradeChange> change)
    {
        change.ToTable("GradeChanges");
        change.Property(c => c.Reason).HasMaxLength(500);
        change.Property(c => c.ReasonParts).HasMaxLength(1000);
        change.HasIndex(c => new { c.CustomerId, c.At });
        change.HasIndex(c => new { c.At, c.Id });
        change.HasOne<Customer>().WithMany().HasForeignKey(c => c.CustomerId).OnDelete(DeleteBehavior.Cascade);
        change.HasOne(c => c.By).WithMany().HasForeignKey(c => c.ById).OnDelete(DeleteBehavior.Restrict);
    }
}
