using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Handovers;

/// <summary>One person's customers, open opportunities, open tasks and open leads going to others (交接), each receiver's part when he accepts it.</summary>
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
    public HandoverDivision Division { get; init; } = HandoverDivision.Evenly;
    public HandoverStatus Status { get; private set; } = HandoverStatus.Draft;

    /// <summary>UTC; when the last part was accepted or declined, or the whole withdrawn.</summary>
    public DateTime? ClosedAt { get; private set; }

    public Guid Version { get; set; }

    public ICollection<HandoverReceiver> Receivers { get; } = [];

    public bool IsOpen => Status is HandoverStatus.Draft or HandoverStatus.Proposed;

    /// <summary>It is divided; now the receivers answer.</summary>
    public void Propose() => Status = HandoverStatus.Proposed;

    /// <summary>Closes it when nobody has to answer any more.</summary>
    public void Settle(DateTime now)
    {
        if (Receivers.All(receiver => receiver.MovedAt is not null || receiver.DeclineReason is not null))
        {
            Close(Receivers.Any(receiver => receiver.MovedAt is not null) ? HandoverStatus.Done : HandoverStatus.Declined, now);
        }
    }

    /// <summary>What was accepted before stays where it is.</summary>
    public void Withdraw(DateTime now) => Close(Receivers.Any(receiver => receiver.MovedAt is not null) ? HandoverStatus.Done : HandoverStatus.Withdrawn, now);

    private void Close(HandoverStatus status, DateTime now) => (Status, ClosedAt) = (status, now);
}

/// <summary>Who gets a part of it.</summary>
internal sealed class HandoverReceiver
{
    public long Id { get; private set; }
    public long HandoverId { get; private set; }
    public Handover? Handover { get; private set; }
    public long UserId { get; init; }
    public User? User { get; private set; }

    /// <summary>UTC; when his part became his.</summary>
    public DateTime? MovedAt { get; set; }

    /// <summary>What was moved, as an act that can be undone; nothing where nothing was left to move.</summary>
    public long? ActId { get; set; }
    public Act? Act { get; private set; }

    /// <summary>Why he declined.</summary>
    public string? DeclineReason { get; set; }

    /// <summary>What he got.</summary>
    public int Customers { get; set; }
    public int Opportunities { get; set; }
    public int Tasks { get; set; }
    public int Leads { get; set; }
}

public enum HandoverStatus
{
    Proposed = 1,

    /// <summary>At least one part was accepted, and nobody has to answer any more.</summary>
    Done = 2,
    Declined = 3,
    Withdrawn = 4,

    /// <summary>Still to be divided among the receivers, who do not see it yet.</summary>
    Draft = 5,
}

/// <summary>Who decides who gets what.</summary>
public enum HandoverDivision
{
    /// <summary>Grade by grade, as many to each.</summary>
    Evenly = 1,

    /// <summary>Whoever proposed it.</summary>
    ByProposer = 2,

    /// <summary>The one who hands over, who knows his customers best.</summary>
    ByGiver = 3,
}

public static class HandoverDivisionNames
{
    public static Text Name(this HandoverDivision division) => division switch
    {
        HandoverDivision.Evenly => "平均分给接收人",
        HandoverDivision.ByProposer => "我来分：按地区或逐家",
        HandoverDivision.ByGiver => "请移交人自己分",
        _ => throw new ArgumentOutOfRangeException(nameof(division), division, null),
    };
}

public static class HandoverStatusNames
{
    public static Text Name(this HandoverStatus status) => status switch
    {
        HandoverStatus.Proposed => "待接收",
        HandoverStatus.Done => "已交接",
        HandoverStatus.Declined => "已拒绝",
        HandoverStatus.Withdrawn => "已撤回",
        HandoverStatus.Draft => "待分配",
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
        handover.HasMany(h => h.Receivers).WithOne(r => r.Handover).HasForeignKey(r => r.HandoverId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<HandoverReceiver> receiver)
    {
        receiver.ToTable("HandoverReceivers");
        receiver.Property(r => r.DeclineReason).HasMaxLength(500);
        receiver.HasIndex(r => new { r.HandoverId, r.UserId }).IsUnique();
        receiver.HasIndex(r => r.UserId);
        receiver.HasOne(r => r.Act).WithMany().HasForeignKey(r => r.ActId).OnDelete(DeleteBehavior.Restrict);
        receiver.HasOne(r => r.User).WithMany().HasForeignKey(r => r.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}
