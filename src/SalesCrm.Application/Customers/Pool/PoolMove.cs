using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesCrm.Application.Database;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Customers.Pool;

/// <summary>A customer went into the public pool or out of it. What his file says about it stands in the audit trail; this is for the timeline and the daily limit.</summary>
internal sealed class PoolMove
{
    public long Id { get; private set; }
    public long CustomerId { get; init; }
    public PoolMoveKind Kind { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    public long? FromId { get; init; }
    public User? From { get; private set; }
    public long? ToId { get; init; }
    public User? To { get; private set; }

    /// <summary>Null when the system did it.</summary>
    public long? ById { get; init; }
    public User? By { get; private set; }

    /// <summary>The rule by which he fell, as a stored sentence.</summary>
    public string? Rule { get; init; }

    /// <summary>In a person's words.</summary>
    public string? Reason { get; init; }

    /// <summary>The operation of its audit entries.</summary>
    public Guid OperationId { get; init; }

    /// <summary>What an undone act had done to these customers is no history of theirs.</summary>
    internal static async Task ForgetAsync(CrmDbContext db, IEnumerable<long> customerIds, Guid operationId, CancellationToken cancellationToken)
    {
        foreach (var ids in customerIds.Chunk(500))
        {
            await db.PoolMoves.Where(move => move.OperationId == operationId && ids.Contains(move.CustomerId)).ExecuteDeleteAsync(cancellationToken);
        }
    }
}

public enum PoolMoveKind
{
    /// <summary>By the rule, in the night.</summary>
    Fell = 1,

    /// <summary>By hand.</summary>
    Released = 2,
    Claimed = 3,
    Assigned = 4,
}

internal sealed class PoolMoveConfiguration : IEntityTypeConfiguration<PoolMove>
{
    public void Configure(EntityTypeBuilder<PoolMove> move)
    {
        move.ToTable("PoolMoves");
        move.Property(m => m.Rule).HasMaxLength(500);
        move.Property(m => m.Reason).HasMaxLength(500);
        move.HasIndex(m => new { m.CustomerId, m.At });
        move.HasIndex(m => new { m.ToId, m.Kind, m.At });
        move.HasIndex(m => m.OperationId);
        move.HasOne<Customer>().WithMany().HasForeignKey(m => m.CustomerId).OnDelete(DeleteBehavior.Cascade);
        move.HasOne(m => m.From).WithMany().HasForeignKey(m => m.FromId).OnDelete(DeleteBehavior.Restrict);
        move.HasOne(m => m.To).WithMany().HasForeignKey(m => m.ToId).OnDelete(DeleteBehavior.Restrict);
        move.HasOne(m => m.By).WithMany().HasForeignKey(m => m.ById).OnDelete(DeleteBehavior.Restrict);
    }
}
