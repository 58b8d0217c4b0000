using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Database;

/// <summary>
/// One thing done to several records in one transaction, which can be taken back as a whole for <see cref="Undoable"/>. What it changed stands in
/// the audit trail under its operation; the act only names it.
/// </summary>
internal sealed class Act : IVersioned
{
    /// <summary>How long an act can be undone.</summary>
    public static readonly TimeSpan Undoable = TimeSpan.FromDays(30);

    public long Id { get; private set; }

    /// <summary>The operation of its audit entries.</summary>
    public Guid OperationId { get; init; }

    public ActKind Kind { get; init; }

    /// <summary>What it was done to, in words, as a stored sentence.</summary>
    public required string About { get; init; }

    /// <summary>How many records it was done to.</summary>
    public int Records { get; init; }

    /// <summary>Null for what the system itself did; admins see and undo that.</summary>
    public long? UserId { get; init; }
    public User? User { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? UndoneAt { get; private set; }
    public long? UndoneById { get; private set; }
    public User? UndoneBy { get; private set; }

    /// <summary>The operation of the audit entries that its undoing left, in one pass or several.</summary>
    public Guid? UndoOperationId { get; private set; }

    /// <summary>Records that were left as they are when it was undone.</summary>
    public int? Left { get; private set; }

    public Guid Version { get; set; }

    /// <summary>It stands, or some of its records were left when it was undone, and it is young enough.</summary>
    public bool IsUndoable(DateTime now) => (UndoneAt is null || Left > 0) && At >= now - Undoable;

    public void Undone(DateTime at, long byId, Guid operationId, int left)
        => (UndoneAt, UndoneById, UndoOperationId, Left) = (at, byId, operationId, left);
}

/// <summary>How whoever does something to many records names it.</summary>
internal static class ActNaming
{
    /// <summary>Names what the running transaction does, so that it can be undone as a whole. Nothing is named for the system itself.</summary>
    /// <returns>Null when the system acts.</returns>
    internal static Act? Name(this CrmDbContext db, ActKind kind, Text about, int records)
    {
        if (db.Saver is not { UserId: > 0 } saver)
        {
            return null;
        }

        return db.NameFor(saver.UserId, kind, about, records);
    }

    /// <summary>Names what the running transaction does for somebody who is not the one that saves: who had proposed it, or null for the system itself.</summary>
    internal static Act NameFor(this CrmDbContext db, long? userId, ActKind kind, Text about, int records)
    {
        var act = new Act { OperationId = db.OperationId, Kind = kind, About = StoredText.Write(about), Records = records, UserId = userId, At = db.Now };
        db.Acts.Add(act);
        return act;
    }
}

internal sealed class ActConfiguration : IEntityTypeConfiguration<Act>
{
    public void Configure(EntityTypeBuilder<Act> act)
    {
        act.ToTable("Acts");
        act.Property(a => a.About).HasMaxLength(1000);
        act.HasIndex(a => a.OperationId).IsUnique();
        act.HasIndex(a => new { a.UserId, a.Id });
        act.HasOne(a => a.User).WithMany().HasForeignKey(a => a.UserId).OnDelete(DeleteBehavior.Restrict);
        act.HasOne(a => a.UndoneBy).WithMany().HasForeignKey(a => a.UndoneById).OnDelete(DeleteBehavior.Restrict);
    }
}
