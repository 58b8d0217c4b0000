using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesCrm.Application.Handovers;

/// <summary>One record of a receiver's part. What hangs on a customer of the part is no item of its own: it goes where the customer goes.</summary>
internal sealed class HandoverItem
{
    public long Id { get; private set; }
    public long HandoverId { get; init; }
    public long ReceiverId { get; init; }
    public HandoverReceiver? Receiver { get; init; }
    public HandoverKind Kind { get; init; }
    public long RecordId { get; init; }
}

/// <summary>What can be handed over by itself.</summary>
internal enum HandoverKind
{
    Customer = 1,

    /// <summary>On a customer whom somebody else owns.</summary>
    Opportunity = 2,

    /// <summary>On a customer whom somebody else owns.</summary>
    Task = 3,
    Lead = 4,
}

internal sealed class HandoverItemConfiguration : IEntityTypeConfiguration<HandoverItem>
{
    public void Configure(EntityTypeBuilder<HandoverItem> item)
    {
        item.ToTable("HandoverItems");
        item.HasIndex(i => new { i.HandoverId, i.Kind, i.RecordId }).IsUnique();
        item.HasIndex(i => new { i.ReceiverId, i.Kind, i.RecordId });
        item.HasOne<Handover>().WithMany().HasForeignKey(i => i.HandoverId).OnDelete(DeleteBehavior.Restrict);
        item.HasOne(i => i.Receiver).WithMany().HasForeignKey(i => i.ReceiverId).OnDelete(DeleteBehavior.Cascade);
    }
}
