using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Database;

/// <content>What every save does beside saving: versions, audit entries, and what features have follow it (ISaveFollower).</content>
public sealed partial class CrmDbContext
{
    /// <summary>A save failed half-way; the transaction must not be committed, whoever caught that.</summary>
    private bool _isBroken;

    /// <summary>Audit entries that the next save writes.</summary>
    private readonly List<AuditEntry> _audits = [];

    /// <summary>Has the next save write an entry of the trail.</summary>
    internal void Note(AuditEntry entry) => _audits.Add(entry);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Save through SaveAsync or InTransactionAsync, which take the write turn and the transaction.");
        }

        // Looking for changes is the dearest part of a large save; each look at the tracker would do it again.
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return await SaveTrackedAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch
        {
            _isBroken = true;
            throw;
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private async Task<int> SaveTrackedAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        if (!ChangeTracker.HasChanges())
        {
            return await WriteAuditsAsync(cancellationToken);
        }

        var left = new List<AfterSave>();
        foreach (var follower in followers.All)
        {
            if (await follower.FollowAsync(this, cancellationToken) is { } after)
            {
                left.Add(after);
            }
        }

        var trail = AuditTrail.Of(this, Saver ?? Actor.System, Now, OperationId);
        foreach (var entry in ChangeTracker.Entries<IVersioned>().Where(entry => entry.State is EntityState.Added || IsEdited(entry)))
        {
            entry.Property(e => e.Version).CurrentValue = Guid.NewGuid();
        }

        _changesReferences |= ChangeTracker.Entries<IReference>().Any(entry => entry.State is not EntityState.Unchanged);
        TextLengths.Check(ChangeTracker);
        var count = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        _hasWritten = true;
        _audits.AddRange(trail.Ready);
        _audits.AddRange(trail.TakePending());
        var hasMoved = false;
        foreach (var after in left)
        {
            hasMoved |= await after(this, cancellationToken);
        }

        if (hasMoved)
        {
            ChangeTracker.DetectChanges();
            _audits.AddRange(AuditTrail.Of(this, Saver ?? Actor.System, Now, OperationId).Ready);
            count += await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        return count + await WriteAuditsAsync(cancellationToken);
    }

    private async Task<int> WriteAuditsAsync(CancellationToken cancellationToken)
    {
        await BulkInsert<AuditEntry>.OnceAsync(this, _audits, cancellationToken);
        var count = _audits.Count;
        _audits.Clear();
        return count;
    }

    /// <summary>Derived figures are not what a person edits: that they moved on must not look like somebody else's change.</summary>
    private static bool IsEdited(EntityEntry entry) => entry.State == EntityState.Modified
        && entry.Properties.Any(property => property.IsModified
            && !(property.Metadata.PropertyInfo is { } told && (told.IsDefined(typeof(NotAuditedAttribute), false) || told.IsDefined(typeof(RetracedAttribute), false))));

    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Save asynchronously.");
}
