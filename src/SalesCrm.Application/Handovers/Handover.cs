using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesCrm.Application.Acts;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Handovers;

/// <summary>One person's customers, open opportunities, open tasks and open leads going to others (交接). Nothing moves before every receiver has accepted.</summary>
internal sealed class Handover : IVersioned
{
    public long Id { get; private set; }
    public long FromId { get; init; }
    public User? From { get; private set; }
    public long ProposedById { get; init; }
    public User? ProposedBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime ProposedAt { get; init; }

    public string? Note { get; init; }
    public HandoverStatus Status { get; private set; } = HandoverStatus.Proposed;

    /// <summary>UTC; when it was carried out, declined or withdrawn.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>What was moved, as an act that can be undone.</summary>
    public long? ActId { get; set; }
    public Act? Act { get; private set; }

    public Guid Version { get; set; }

    public ICollection<HandoverReceiver> Receivers { get; } = [];

    public void Close(HandoverStatus status, DateTime now) => (Status, ClosedAt) = (status, now);
}

/// <summary>Who gets a share of it, evenly with the others.</summary>
internal sealed class HandoverReceiver
{
    public long Id { get; private set; }
    public long HandoverId { get; private set; }
    public Handover? Handover { get; private set; }
    public long UserId { get; init; }
    public User? User { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? AcceptedAt { get; set; }

    /// <summary>Why he declined.</summary>
    public string? DeclineReason { get; set; }

    /// <summary>What he got when it was carried out.</summary>
    public int Customers { get; set; }
    public int Opportunities { get; set; }
    public int Tasks { get; set; }
    public int Leads { get; set; }
}

public enum HandoverStatus
{
    Proposed = 1,
    Done = 2,
    Declined = 3,
    Withdrawn = 4,
}

public static class HandoverStatusNames
{
    public static Text Name(this HandoverStatus status) => status switch
    {
        HandoverStatus.Proposed => "待接收",
        HandoverStatus.Done => "已交接",
        HandoverStatus.Declined => "已拒绝",
        HandoverStatus.Withdrawn => "已撤回",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}

internal sealed class HandoverConfiguration : IEntityTypeConfiguration<Handover>, IEntityTypeConfiguration<HandoverReceiver>
{
    public void Configure(EntityTypeBuilder<Handover> handover)
    {
        handover.ToTable("Handovers");
        handover.Property(h => h.Note).HasMaxLength(500);
        handover.HasIndex(h => new { h.FromId, h.Status });
        handover.HasOne(h => h.From).WithMany().HasForeignKey(h => h.FromId).OnDelete(DeleteBehavior.Restrict);
        handover.HasOne(h => h.ProposedBy).WithMany().HasForeignKey(h => h.ProposedById).OnDelete(DeleteBehavior.Restrict);
        handover.HasOne(h => h.Act).WithMany().HasForeignKey(h => h.ActId).OnDelete(DeleteBehavior.Restrict);
        handover.HasMany(h => h.Receivers).WithOne(r => r.Handover).HasForeignKey(r => r.HandoverId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<HandoverReceiver> receiver)
    {
        receiver.ToTable("HandoverReceivers");
        receiver.Property(r => r.DeclineReason).HasMaxLength(500);
        receiver.HasIndex(r => new { r.HandoverId, r.UserId }).IsUnique();
        receiver.HasIndex(r => r.UserId);
        receiver.HasOne(r => r.User).WithMany().HasForeignKey(r => r.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}
