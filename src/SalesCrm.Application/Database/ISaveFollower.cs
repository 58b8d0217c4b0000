namespace SalesCrm.Application.Database;

/// <summary>
/// Looks at every save of everybody and brings along what depends on it, so that no use case has to think of it. Its feature registers it:
/// <c>services.AddSingleton&lt;ISaveFollower, Holding&gt;()</c>.
/// </summary>
internal interface ISaveFollower
{
    SaveStage Stage { get; }

    /// <summary>Called when changes have been detected, before they get versions and audit entries; whoever loads and changes more has to detect that.</summary>
    /// <returns>What is left to do in the same transaction once they are written; null for nothing.</returns>
    ValueTask<AfterSave?> FollowAsync(CrmDbContext db, CancellationToken cancellationToken);
}

/// <summary>When a follower looks; within a stage the order does not matter.</summary>
internal enum SaveStage
{
    /// <summary>May bring more records into the save.</summary>
    Gather,

    /// <summary>Sets columns of the records that are saved.</summary>
    Complete,

    /// <summary>Sees them as they will be written.</summary>
    Watch,
}

/// <returns>True when it changed derived figures of tracked records, which are then written too, without a version and, but for what undoing has to know (<see cref="RetracedAttribute"/>), without an audit entry.</returns>
internal delegate Task<bool> AfterSave(CrmDbContext db, CancellationToken cancellationToken);

/// <summary>All that follow a save, in the order of their stages.</summary>
public sealed class SaveFollowers
{
    internal SaveFollowers(IEnumerable<ISaveFollower> followers) => All = [.. followers.OrderBy(follower => follower.Stage)];

    /// <summary>For a context that makes migrations or reads.</summary>
    public static SaveFollowers None { get; } = new([]);

    internal IReadOnlyList<ISaveFollower> All { get; }
}
