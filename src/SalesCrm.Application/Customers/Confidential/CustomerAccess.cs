using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Customers.Confidential;

/// <summary>Somebody saw a confidential customer. Never changed, never deleted.</summary>
internal sealed class CustomerAccess
{
    public long Id { get; private set; }
    public long CustomerId { get; init; }
    public long UserId { get; init; }
    public AccessKind Kind { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>What was searched for, or why it was exported.</summary>
    public string? Detail { get; init; }

    /// <summary>Hits of the search, rows of the export.</summary>
    public int? Count { get; init; }
}

/// <summary>How somebody came to see a confidential customer.</summary>
public enum AccessKind
{
    /// <summary>Opened its page.</summary>
    Opened = 1,

    /// <summary>Was shown it among the results of a search.</summary>
    Found = 2,

    /// <summary>Took it out in a workbook.</summary>
    Exported = 3,

    /// <summary>Downloaded a file attached to it.</summary>
    Downloaded = 4,
}

internal sealed class CustomerAccessConfiguration : IEntityTypeConfiguration<CustomerAccess>
{
    public void Configure(EntityTypeBuilder<CustomerAccess> access)
    {
        access.ToTable("CustomerAccesses");
        access.HasIndex(a => new { a.CustomerId, a.Id });
        access.HasIndex(a => new { a.CustomerId, a.UserId, a.Kind, a.At });
        access.HasOne<Customer>().WithMany().HasForeignKey(a => a.CustomerId).OnDelete(DeleteBehavior.Restrict);
        access.HasOne<User>().WithMany().HasForeignKey(a => a.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}
